import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("A viewpoint")
struct ViewpointTests {
    /// Two words of the article, one of another source, one of none's knowledge.
    private func statistic() throws -> Statistic {
        try Samples.statistic(
            "returned", Samples.claim(273, rank: .preferred), Samples.claim(345, as: .otherData),
            Samples.claim(300, .about, source: "book", as: .estimate),
            Samples.claim(200, source: "leaflet", rank: .deprecated), Samples.claim(nil, .unknown, source: "letter"))
    }

    @Test(
        "goes by the claims that its name says",
        arguments: [
            (.main("article"), 273, 273, 273), (.source("article"), 273, 273, 273),
            (.min, 273, 273, 273), (.max, 345, 345, 345),
            (.source("book"), 300, 250, 349), (.source("letter"), nil, 0, nil),
        ] as [(Viewpoint, Int?, Int?, Int?)])
    func figures(viewpoint: Viewpoint, value: Int?, low: Int?, high: Int?) throws {
        let number = { (value: Int?) in value.map { Number(Int64($0)) } }
        let figure = try #require(viewpoint.figure(of: try statistic()))
        #expect(figure.value == number(value))
        #expect(figure.interval == Interval(number(low), number(high)))
        #expect(figure.claims.count == 1)
    }

    @Test("is silent where its source says nothing, or nothing that stands")
    func silence() throws {
        for source in ["nobody", "leaflet"] {
            #expect(Viewpoint.source(source).figure(of: try statistic()) == nil)
        }
    }

    @Test("that finds several words of equal standing gives their range, and no value")
    func undecided() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(100, as: .otherData), Samples.claim(207, as: .officialData),
            Samples.claim(5, source: "b"))
        let figure = try #require(Viewpoint.source("article").figure(of: statistic))
        #expect(figure.value == nil && figure.qualifier == nil)
        #expect(figure.interval == Interval(50, 207))
        #expect(figure.claims.map(\.source) == ["article", "article"])
    }

    @Test(
        "of the extremes goes by the printed values, then by how far the words reach, and names every claim that fits")
    func extremes() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(50, .moreThan, source: "a"), Samples.claim(50, source: "b"),
            Samples.claim(50, .moreThan, source: "c"), Samples.claim(50, .atMost, source: "d"))
        #expect(Viewpoint.max.claims(of: statistic).map(\.source) == ["a", "c"])
        #expect(Viewpoint.min.claims(of: statistic).map(\.source) == ["d"])
    }

    @Test("of the extremes has no smaller, no larger value beside it", arguments: 0..<100)
    func extremesOfMany(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let claims = (0..<Int.random(in: 1...8, using: &random)).map { index in
            Samples.claim(
                Int.random(in: 0...3, using: &random) == 0 ? nil : Int.random(in: 0...20, using: &random),
                Qualifier.allCases.randomElement(using: &random) ?? .stated, source: "s\(index)",
                rank: Claim.Rank.allCases.randomElement(using: &random) ?? .normal)("a")
        }
        let empty = try Samples.statistic("a")
        let statistic = Statistic(
            id: "a", title: empty.title, measure: "m", population: "p", unit: "u", period: empty.period, claims: claims)
        let values = statistic.standingClaims.compactMap(\.quantity.value)
        #expect(Viewpoint.min.figure(of: statistic)?.value == values.min())
        #expect(Viewpoint.max.figure(of: statistic)?.value == values.max())
        #expect((Viewpoint.min.figure(of: statistic) == nil) == statistic.standingClaims.isEmpty)
        #expect(Viewpoint.all.claims(of: statistic) == statistic.standingClaims)
    }

    @Test(
        "leaves of a check the readings that use its claims alone",
        arguments: [
            (.all, [0, 1], .contradiction, []), (.main("article"), [0], .consistent, []),
            (.max, [1], .contradiction, []), (.min, [0], .consistent, []),
            (.source("book"), [], nil, ["left", "right", "whole"]),
        ] as [(Viewpoint, [Int], Verdict?, [String])])
    func remainder(viewpoint: Viewpoint, readings: [Int], verdict: Verdict?, silent: [String]) throws {
        let statistics = [
            try Samples.statistic(
                "left", Samples.claim(273, rank: .preferred), Samples.claim(345, as: .otherData)),
            try Samples.statistic("right", Samples.claim(24), Samples.claim(25, as: .otherData)),
            try Samples.statistic("whole", Samples.claim(361)),
        ]
        let relation = Samples.relation(.part(parts: ["left", "right"], whole: ["whole"]))
        let check = Checker(statistics: statistics).check(relation)
        let remainder = Remainder(of: check, under: viewpoint) { id in statistics.first { $0.id == id } }
        #expect(remainder.readings == readings)
        #expect(remainder.verdict == verdict)
        #expect(remainder.silent == silent)
    }

    @Test("leaves the editor's word as it is, and periods, which no claim speaks of")
    func untouched() throws {
        let side = Editorial.Side(statement: Samples.text("x"), citations: [])
        let editorial = Editorial(conflict: .legal, verdict: .tension, statistics: ["a"], sides: [side, side])
        let statistics = [try Samples.statistic("a", period: "1944-02", Samples.claim(1))]
        let within = Within(inner: .statistic("a"), outer: .statistic("a"), bound: .both)
        for (constraint, verdict) in [(.editorial(editorial), .tension), (.within(within), .consistent)]
            as [(Relation.Constraint, Verdict)]
        {
            let check = Checker(statistics: statistics).check(Samples.relation(constraint))
            let remainder = Remainder(of: check, under: .source("nobody")) { id in statistics.first { $0.id == id } }
            #expect(remainder.readings == Array(check.readings.indices))
            #expect(remainder.verdict == verdict)
            #expect(remainder.silent == ["a"])
        }
    }
}
