import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("Coherent readings are found directly, and are those that going through all combinations finds")
struct CoherentReadingsTests {
    /// A claim of a small random dataset: who says which figure.
    private typealias Said = (strand: Strand, figure: Int)

    private func places(_ random: inout SeededGenerator) -> [[Said]] {
        let sources = ["a", "b", "c", "d"].prefix(Int.random(in: 1...4, using: &random))
        let attributions: [Claim.Attribution] = [.main, .main, .otherData, .estimate]
        return (0..<Int.random(in: 1...4, using: &random)).map { _ in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let strand = Strand(
                    source: sources.randomElement(using: &random) ?? "a",
                    attribution: attributions.randomElement(using: &random) ?? .main)
                return (strand, Int.random(in: 0...2, using: &random))
            }
        }
    }

    private func search(_ places: [[Said]]) throws -> ReadingSearch {
        var table = StrandTable()
        var budget = WorkBudget(limit: .max)
        let strandFigures = places.map {
            table.strandFigures($0) {
                $0.strand
            } figure: {
                $0.figure
            }
        }
        return try #require(ReadingSearch(strandFigures, table, budget: &budget))
    }

    /// What the design's words say, by way of all combinations.
    private struct Oracle {
        let places: [[Said]]

        /// What a strand says at a place: its own figures, or those that the main text lends.
        private func says(_ strand: Strand, at place: Int) -> Set<Int> {
            let own = figures(strand, place)
            return own.isEmpty ? figures(Strand(source: strand.source, attribution: .main), place) : own
        }

        private func figures(_ strand: Strand, _ place: Int) -> Set<Int> {
            Set(places[place].filter { $0.strand == strand }.map(\.figure))
        }

        private var strands: [Strand] { places.joined().map(\.strand).uniqued() }

        /// Whether the strand is not passed over by these figures.
        private func isHeard(_ strand: Strand, _ figures: [Int]) -> Bool {
            places.indices.allSatisfy { place in
                let said = says(strand, at: place)
                return said.isEmpty || said.contains(figures[place])
            }
        }

        /// How many sources of a combination of claims are passed over.
        func passedOver(_ combination: [Int]) -> Int {
            let taken = zip(places, combination).map { $0[$1] }
            let figures = taken.map(\.figure)
            return taken.map(\.strand.source).uniqued().count { source in
                let used = places.indices.filter { taken[$0].strand.source == source }
                return !strands.contains { strand in
                    strand.source == source && isHeard(strand, figures)
                        && used.allSatisfy { place in
                            let own = taken[place].strand
                            return own == strand || own.attribution == .main && self.figures(strand, place).isEmpty
                        }
                }
            }
        }

        var combinations: [[Int]] {
            places.reduce([[]]) { lists, claims in lists.flatMap { list in claims.indices.map { list + [$0] } } }
        }

        func figures(_ combination: [Int]) -> [Int] { zip(places, combination).map { $0[$1].figure } }

        /// The least sets of strands of different sources that can say the figures alone.
        func leastSets(_ figures: [Int]) -> Set<Set<Strand>> {
            let heard = strands.filter { isHeard($0, figures) }
            let sets = (1..<(1 << heard.count)).map { bits in
                Set(heard.indices.filter { bits >> $0 & 1 == 1 }.map { heard[$0] })
            }.filter { set in
                Set(set.map(\.source)).count == set.count
                    && places.indices.allSatisfy { place in set.contains { !says($0, at: place).isEmpty } }
            }
            return Set(sets.filter { set in !sets.contains { $0.isStrictSubset(of: set) } })
        }
    }

    @Test("over random claims of up to four sources at up to four places", arguments: 0..<20)
    func random(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<100 {
            let places = places(&random)
            let oracle = Oracle(places: places)
            let search = try search(places)
            let byPassed = Dictionary(grouping: oracle.combinations, by: oracle.passedOver)
            let coherent = byPassed[0] ?? []
            #expect(search.mixed == Int128(oracle.combinations.count - coherent.count), "\(places)")
            let fewest = try #require(byPassed.keys.min())
            let expected = Set((byPassed[fewest] ?? []).map(oracle.figures))
            let numbered = Set(
                search.combinations.map { combination in
                    zip(places, combination.choice).map { $0[$1].figure }
                })
            #expect(numbered == expected, "\(places)")
            #expect(search.combinations.count == expected.count)
            #expect(search.combinations.allSatisfy { $0.passedOver == fewest })
            guard fewest == 0 else { continue }
            for combination in search.combinations {
                let figures = zip(places, combination.choice).map { $0[$1].figure }
                let covers = search.covers(of: combination)
                let sets = covers.first(1_000)
                #expect(Set(sets.map { Set($0) }) == oracle.leastSets(figures), "\(places) \(figures)")
                #expect(covers.count == Int128(sets.count))
            }
        }
    }

    @Test("twelve months printed by two agreeing sources have two readings, and 365 days too")
    func agreeing() throws {
        for count in [13, 366] {
            let places = (0..<count).map { place in
                ["a", "b"].map { (strand: Strand(source: $0, attribution: .main), figure: place) }
            }
            let search = try search(places)
            #expect(search.combinations.map { search.covers(of: $0).count } == [2])
            #expect(search.mixed == 0)
        }
    }

    @Test("two sources that differ in every month have two readings; the mixed ones are counted, and not gone through")
    func differing() throws {
        let places = (0..<65).map { _ in
            ["a", "b"].enumerated().map { (strand: Strand(source: $1, attribution: .main), figure: $0) }
        }
        let search = try search(places)
        #expect(search.combinations.map(\.choice) == [Array(repeating: 0, count: 65), Array(repeating: 1, count: 65)])
        #expect(search.mixed == Int128(1) << 65 - 2)
    }

    @Test("counties of each of which two papers give the same figure are one reading, of which there are 2 to the 70th")
    func counties() throws {
        let places = (0..<70).map { place in
            ["a", "b"].map { (strand: Strand(source: "\($0)\(place)", attribution: .main), figure: 1) }
        }
        let search = try search(places)
        #expect(search.combinations.map { search.covers(of: $0).count } == [Int128(1) << 70])
        #expect(search.combinations.first.map { search.covers(of: $0).first(2).map(\.count) } == [70, 70])
        #expect(search.mixed == 0)
    }

    @Test("ten thousand parts, each of another source, are one reading, and take no more than the parts do")
    func many() throws {
        let places = (0..<10_000).map { place in
            [(strand: Strand(source: "s\(place)", attribution: .main), figure: 1)]
        }
        #expect(try search(places).combinations.count == 1)
    }

    @Test("what would take more than the budget is refused, and so is all that follows")
    func budget() {
        var table = StrandTable()
        let claims = (0..<2).map { (strand: Strand(source: "a", attribution: .main), figure: $0) }
        let places = (0..<40).map { _ in
            table.strandFigures(claims) {
                $0.strand
            } figure: {
                $0.figure
            }
        }
        var budget = WorkBudget(limit: 100_000)
        #expect(ReadingSearch(places, table, budget: &budget) == nil)
        #expect(budget.isExhausted)
        #expect(ReadingSearch([], table, budget: &budget) == nil)
    }

    @Test("each that is found counts as much as the memory that it takes", arguments: [true, false])
    func memory(isCoherent: Bool) throws {
        var table = StrandTable()
        // Sources that all speak at both places, or each at one and other ones at the third: then nobody says it all.
        let strands = (0..<30).map { Strand(source: "s\($0)", attribution: .main) }
        let said = strands.enumerated().map { (strand: $1, figure: $0) }
        let contradicting = said.map { (strand: $0.strand, figure: $0.figure + 1) }
        let places = [said, isCoherent ? said : contradicting].map { claims in
            table.strandFigures(claims) {
                $0.strand
            } figure: {
                $0.figure
            }
        }
        var budget = WorkBudget(limit: 1_000_000)
        let search = try #require(ReadingSearch(places, table, budget: &budget))
        #expect(search.combinations.count >= 30)
        #expect(budget.limit - budget.left >= search.combinations.count * WorkBudget.combination)
    }
}
