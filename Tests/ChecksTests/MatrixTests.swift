import Archive
import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("A row of the matrix")
struct MatrixTests {
    private static func source(_ id: String, _ kind: Source.Independence, of parents: [String] = []) -> Source {
        Source(
            id: id, type: "book", title: id, language: "en", independence: kind, dependsOn: parents,
            independenceStatement: Samples.text("x"), access: Samples.text("x"))
    }

    private static let sources = [
        source("article", .main), source("summary", .parallel, of: ["article"]),
        source("exhibition", .citing, of: ["summary"]), source("leaflet", .citing, of: ["article"]),
        source("book", .independent), source("memoir", .independent), source("encyclopedia", .tertiary),
    ]

    @Test(
        "tells what joins two sources",
        arguments: [
            ("article", "summary", .dependsOn, false), ("exhibition", "article", .dependsOn, false),
            ("exhibition", "leaflet", .commonOrigin, false), ("summary", "leaflet", .commonOrigin, false),
            ("article", "book", nil, true), ("book", "memoir", nil, true), ("exhibition", "book", nil, true),
            ("encyclopedia", "book", .unseenOrigin, nil), ("article", "encyclopedia", .unseenOrigin, nil),
        ] as [(String, String, Lineage.Bond?, Bool?)])
    func bonds(first: String, second: String, bond: Lineage.Bond?, isIndependent: Bool?) throws {
        for (first, second) in [(first, second), (second, first)] {
            let row = try row(Samples.claim(5, source: first), Samples.claim(5, source: second))
            #expect(row.pairs.map(\.bond) == [bond])
            #expect(row.pairs.map(\.isIndependent) == [isIndependent])
            #expect(row.isCorroborated == (isIndependent == true))
        }
    }

    @Test("does not take two quotations of official data for two witnesses")
    func officialData() throws {
        let row = try row(
            Samples.claim(10_378, source: "article", as: .officialData),
            Samples.claim(10_378, source: "book", as: .officialData))
        #expect(row.verdict == .consistent)
        #expect(row.pairs.map(\.bond) == [.officialData])
        #expect(!row.isCorroborated)
    }

    private func row(_ claims: (String) -> Claim...) throws -> MatrixRow { try row(claims) }

    private func row(_ claims: [(String) -> Claim]) throws -> MatrixRow {
        let empty = try Samples.statistic("a")
        let statistic = Statistic(
            id: "a", title: empty.title, measure: "m", population: "p", unit: "u", period: empty.period,
            claims: claims.map { $0("a") })
        return MatrixRow(statistic, sources: MatrixTests.sources.map(\.id), lineage: Lineage(MatrixTests.sources))
    }

    @Test(
        "says by how much two figures differ, by all that their words allow",
        arguments: [
            (52_000, .stated, 52_000, .stated, .consistent, 0, 0, 999),
            (52_000, .stated, 52_400, .stated, .withinRounding, 400, 0, 949),
            (47_620, .stated, 47_000, .stated, .contradiction, 620, 121, 1_120),
            (5_000, .about, 4_000, .stated, .contradiction, 1_000, 1, 2_000),
            (100_001, .moreThan, 90_000, .stated, .contradiction, nil, 9_503, nil),
            (80_000, .moreThan, 90_000, .stated, .consistent, nil, 0, nil),
        ] as [(Int, Qualifier, Int, Qualifier, Verdict, Int?, Int?, Int?)])
    func differences(
        first: Int, how: Qualifier, second: Int, other: Qualifier, verdict: Verdict, absolute: Int?, low: Int?,
        high: Int?
    ) throws {
        let row = try row(Samples.claim(first, how, source: "article"), Samples.claim(second, other, source: "book"))
        let pair = try #require(row.pairs.first)
        let number = { (value: Int?) in value.map { Number(Int64($0)) } }
        #expect(pair.verdict == verdict)
        #expect(pair.difference.absolute == number(absolute))
        #expect(pair.difference.low == number(low))
        #expect(pair.difference.high == number(high))
        // What allows a figure does not yet state it.
        #expect(row.isCorroborated == (verdict <= .withinRounding && absolute != nil))
    }

    @Test("has a cell for every source: one value, a range, or silence")
    func cells() throws {
        let row = try row(
            Samples.claim(273, source: "article"), Samples.claim(345, source: "article", as: .otherData),
            Samples.claim(301, source: "book"), Samples.claim(1, source: "memoir", rank: .deprecated))
        #expect(row.cells.map(\.source) == MatrixTests.sources.map(\.id))
        #expect(row.cells.map(\.claims.count) == [2, 0, 0, 0, 1, 1, 0])
        #expect(row.cells[0].figure?.value == nil)
        #expect(row.cells[0].figure?.interval == Interval(273, 345))
        #expect(row.cells[4].figure?.value == 301)
        #expect(row.cells[5].figure == nil)
        #expect(row.pairs.count == 2)
    }

    @Test("keeps what must hold of any figures", arguments: 0..<200)
    func properties(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let claims = (0..<Int.random(in: 0...9, using: &random)).map { index in
            Samples.claim(
                Int.random(in: 0...9, using: &random) == 0 ? nil : Int.random(in: 0...30, using: &random) * 50,
                Qualifier.allCases.randomElement(using: &random) ?? .stated,
                source: MatrixTests.sources.randomElement(using: &random)?.id ?? "",
                rank: Claim.Rank.allCases.randomElement(using: &random) ?? .normal)
        }
        let empty = try Samples.statistic("a")
        let statistic = Statistic(
            id: "a", title: empty.title, measure: "m", population: "p", unit: "u", period: empty.period,
            claims: claims.map { $0("a") })
        let columns = MatrixTests.sources.map(\.id).filter { _ in Int.random(in: 0...3, using: &random) > 0 }
        let row = MatrixRow(statistic, sources: columns, lineage: Lineage(MatrixTests.sources))
        #expect(row.cells.flatMap(\.claims).count == statistic.claims.filter { columns.contains($0.source) }.count)
        let standing = statistic.standingClaims.filter { columns.contains($0.source) }
        let pairs = standing.indices.flatMap { index in
            standing[..<index].filter { $0.source != standing[index].source }
        }
        #expect(row.pairs.count == pairs.count)
        for pair in row.pairs {
            let (first, second) = (pair.first.quantity.interval, pair.second.quantity.interval)
            #expect((pair.verdict == .contradiction) == !first.overlaps(second))
            #expect((pair.difference.low == .zero) == first.overlaps(second))
            if let absolute = pair.difference.absolute {
                #expect(Interval(pair.difference.low, pair.difference.high).contains(absolute))
            }
            #expect(!pair.corroborates || pair.bond == nil)
        }
    }

    @Test("pairs each two claims of different sources once, in the order of the claims", arguments: 0..<40)
    func everyPair(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sources = ["article", "summary", "book"]
        let said = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            sources[min(2, Int.random(in: 0...9, using: &random) / 4)]
        }
        let row = try row(said.enumerated().map { Samples.claim($0, source: $1) })
        let claims = row.statistic.standingClaims
        var pairs: [[Claim]] = []
        for (place, claim) in claims.enumerated() {
            pairs += claims[(place + 1)...].filter { $0.source != claim.source }.map { [claim, $0] }
        }
        #expect(row.pairs.map { [$0.first, $0.second] } == Array(pairs.prefix(1_000)))
    }

    @Test("of thousands of claims is made at once")
    func many() throws {
        let claims = (0..<20_000).map { Samples.claim(5, source: $0 == 900 ? "book" : "article") }
        let clock = ContinuousClock()
        var row: MatrixRow?
        let time = try clock.measure { row = try self.row(claims) }
        #expect(row?.pairs.count == 1_000)
        #expect(time < .seconds(20), "\(time)")
    }
}
