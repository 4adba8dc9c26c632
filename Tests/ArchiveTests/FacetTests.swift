import Evidence
import TestSupport
import Testing

@testable import Archive
@testable import Foundations

@Suite("Facets")
struct FacetTests {
    @Test("count what a look at every record counts, each under all filters but its own", arguments: 0..<20)
    func counts(seed: Int) throws {
        let sample = try RandomEvents(count: 30 * seed, seed: UInt64(seed))
        let table = sample.snapshot.events
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<30 {
            let (query, _) = try sample.query(&random)
            let facets = try table.count(by: ["category", "actor"], in: query)
            #expect(facets.map(\.name) == ["category", "actor"])
            for (facet, vocabulary) in zip(facets, [RandomEvents.categories, RandomEvents.actors]) {
                let chosen = query.filters[facet.name] ?? []
                var others = query
                others.filters[facet.name] = nil
                let events = try table.select(others).map { table.records[$0] }
                let expected = vocabulary.map { term in
                    events.count { facet.name == "category" ? $0.category == term : $0.actors.contains(term) }
                }
                let counted = Dictionary(uniqueKeysWithValues: facet.values.map { ($0.value, $0.count) })
                for (term, count) in zip(vocabulary, expected) {
                    #expect(counted[term] == (count == 0 && !chosen.contains(term) ? nil : count), "\(query) \(term)")
                }
                #expect(facet.values.map(\.count) == facet.values.map(\.count).sorted(by: >))
                #expect(facet.values.filter(\.isChosen).map(\.value).sorted() == chosen.sorted())
                #expect(facet.more == 0)
            }
        }
    }

    @Test("tell the most frequent values, those asked for, and how many more there are")
    func bounded() {
        let counts = (0..<250).map { (value: "v\($0)", count: $0) }
        let facet = Facet("place", counts, chosen: ["v7", "v0", "v249"])
        #expect(facet.values.count == 102)
        #expect(facet.values.first == Facet.Value(value: "v249", count: 249, isChosen: true))
        #expect(facet.values[99].value == "v150")
        #expect(facet.values.suffix(2).map(\.value) == ["v7", "v0"])
        // v1…v149 have records, and v7 of them is told.
        #expect(facet.more == 148)
    }

    @Test("are those of closed vocabularies; another name is refused with the nearest")
    func names() throws {
        let table = try SmallDataset().load().statistics
        #expect(table.facets == ["statistic", "measure", "population", "unit", "contested", "source"])
        let error = #expect(throws: QueryError.self) { try table.count(by: ["contest", "q"], in: Query()) }
        #expect(
            error?.faults == [
                .init(
                    parameter: "facets",
                    reason: .unknownFacet("contest", nearest: "contested", known: table.facets)),
                .init(parameter: "facets", reason: .unknownFacet("q", nearest: nil, known: table.facets)),
            ])
        let contested = try table.count(by: ["contested"], in: Query(filters: ["source": ["chronicle"]]))
        #expect(contested.first?.values.map { "\($0.value) \($0.count)" } == ["false 4", "true 1"])
    }
}
