import Checks
import Evidence
import TestSupport
import Testing
import Wording

@testable import Archive

@Suite("A table of records")
struct RecordTableTests {
    @Test("Selects what the plain definition of the filters selects, in the order of the dates", arguments: 0..<20)
    func select(seed: Int) throws {
        let sample = try RandomEvents(count: 20 * seed, seed: UInt64(seed))
        let table = sample.snapshot.events
        #expect(table.records == sample.events)
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<50 {
            let (query, isMeant) = try sample.query(&random)
            let expected = sample.events.indices.filter { isMeant(sample.events[$0]) }
            #expect(try table.select(query) == expected, "\(query)")
        }
    }

    @Test("Pages from cursor to cursor are the whole list, and the same backwards", arguments: [1, 7, 50, 1_000])
    func pages(limit: Int) throws {
        let table = try RandomEvents(count: 120, seed: 7).snapshot.events
        for query in [Query(), Query(filters: ["category": ["law", "flood"]], sort: "-title", language: .lithuanian)] {
            let whole = try table.select(query)
            var pages: [Page] = [try table.page(query, limit: limit)]
            while let next = pages.last?.next { pages.append(try table.page(query, cursor: next, limit: limit)) }
            #expect(pages.flatMap(\.positions) == whole)
            #expect(pages.allSatisfy { $0.total == whole.count && $0.limit == limit })
            #expect(pages.first?.previous == nil)
            for (page, before) in zip(pages.dropFirst(), pages) {
                let previous = try #require(page.previous)
                #expect(try table.page(query, cursor: previous, limit: limit).positions == before.positions)
            }
        }
    }

    @Test("A page of any query in any order is that part of the whole", arguments: 0..<30)
    func pagesOfQueries(seed: Int) throws {
        let sample = try RandomEvents(count: 37 * seed, seed: UInt64(seed))
        let table = sample.snapshot.events
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<40 {
            var (query, isMeant) = try sample.query(&random)
            query.sort = [nil, "date", "-date", "title", "-title", "id", "-id"].randomElement(using: &random) ?? nil
            query.language = LanguageTag.shipped.randomElement(using: &random) ?? .english
            let matches = sample.events.indices.filter { isMeant(sample.events[$0]) }
            let expected = try table.select(query)
            #expect(expected.sorted() == matches)
            let limit = Int.random(in: 1...60, using: &random)
            var page = try table.page(query, limit: limit)
            var found = Array(page.positions)
            while let next = page.next {
                #expect(page.positions.count == limit)
                page = try table.page(query, cursor: next, limit: limit)
                found += page.positions
            }
            #expect(page.total == matches.count)
            #expect(found == expected, "\(query)")
        }
    }

    @Test("Sorted matches are in the order of all records", arguments: 0..<20)
    func sortedMatches(seed: Int) throws {
        let sample = try RandomEvents(count: 500, seed: UInt64(seed))
        let table = sample.snapshot.events
        var random = SeededGenerator(seed: UInt64(seed))
        for sort in ["date", "-date", "title", "-title", "id", "-id"] {
            let all = try table.select(Query(sort: sort))
            var (query, isMeant) = try sample.query(&random)
            query.sort = sort
            #expect(try table.select(query) == all.filter { isMeant(table.records[$0]) }, "\(query)")
            let first = try table.page(query, limit: 3).positions
            #expect(Array(first) == Array(all.filter { isMeant(table.records[$0]) }.prefix(3)), "\(query)")
        }
    }

    @Test(
        "Sorts by every key, both ways, ties in the order of the table",
        arguments: ["id", "date", "title"], LanguageTag.shipped)
    func sorts(key: String, language: LanguageTag) throws {
        let table = try RandomEvents(count: 200, seed: 9).snapshot.events
        let text = { (position: Int) in
            let event = table.records[position]
            return switch key {
            case "id": event.id
            case "date": (event.date.earliest ?? event.date.latest).map { "\($0.ordinal)" } ?? ""
            default: FoldedText.fold(event.title[language])
            }
        }
        let ascending = try table.select(Query(sort: key, language: language))
        let descending = try table.select(Query(sort: "-" + key, language: language))
        #expect(ascending.sorted() == Array(table.records.indices))
        for (first, second) in zip(ascending, ascending.dropFirst()) {
            #expect((text(first), first) < (text(second), second))
        }
        for (first, second) in zip(descending, descending.dropFirst()) {
            #expect(text(first) > text(second) || text(first) == text(second) && first < second)
        }
    }

    @Test("Finds records by id, and tells when there is none")
    func ids() throws {
        let table = try SmallDataset().load().statistics
        #expect(table.position(of: "both") == 2)
        #expect(table["both"]?.id == "both")
        #expect(table["neither"] == nil)
    }

    @Test(
        "Every table publishes the filters and sort keys of its kind",
        arguments: [
            ("events", "category,actor,place,from,to,statistic,source,contested,q", "id,date,title"),
            (
                "statistics", "statistic,measure,population,unit,contested,from,to,min,max,source,q", "id,period,title"
            ),
            (
                "claims",
                "statistic,source,attribution,rank,measure,population,unit,contested,from,to,min,max,q",
                "id,value,period,title"
            ),
            ("checks", "kind,verdict,statistic,event,source,from,to,q", "id,verdict,title"),
            ("discrepancies", "kind,verdict,statistic,event,source,from,to,q", "id,verdict,title"),
            ("sources", "source,type,language,independence,statistic,from,to,q", "id,issued,title"),
        ])
    func published(name: String, filters: String, sortKeys: String) throws {
        let snapshot = try SmallDataset().load()
        let tables: [(String, [Filter], [String])] = [
            (snapshot.events.name, snapshot.events.filters, snapshot.events.sortKeys),
            (snapshot.statistics.name, snapshot.statistics.filters, snapshot.statistics.sortKeys),
            (snapshot.claims.name, snapshot.claims.filters, snapshot.claims.sortKeys),
            (snapshot.checks.name, snapshot.checks.filters, snapshot.checks.sortKeys),
            (snapshot.discrepancies.name, snapshot.discrepancies.filters, snapshot.discrepancies.sortKeys),
            (snapshot.sources.name, snapshot.sources.filters, snapshot.sources.sortKeys),
        ]
        let table = try #require(tables.first { $0.0 == name })
        #expect(table.1.map(\.name).joined(separator: ",") == filters)
        #expect(table.2.joined(separator: ",") == sortKeys)
    }

    @Test(
        "Claims are found by what their words allow, statistics by their claims",
        arguments: [
            (["min": ["2000"]], "both-main,boats-main"),
            (["max": ["45"]], "share-main,boats-main"),
            (["min": ["1140"], "max": ["1200"]], "left-main,left-other,boats-main"),
            (["min": ["1251"], "max": ["1251"]], "left-other,boats-main"),
            (["min": ["3000", "2001"]], "both-main,boats-main"),
            (["source": ["gazette"]], "left-other,boats-main"),
            (["source": ["gazette"], "statistic": ["left", "right"]], "left-other"),
            (["attribution": ["other-data", "estimate"]], "left-other,drowned-main"),
        ] as [(FilterValues, String)])
    func claims(filters: FilterValues, ids: String) throws {
        let table = try SmallDataset().load().claims
        let found = try table.select(Query(filters: filters)).map { table.records[$0].id }
        #expect(found.joined(separator: ",") == ids)
    }

    @Test("The ways back lead from a statistic and from a source")
    func waysBack() throws {
        let snapshot = try SmallDataset().load()
        #expect(
            snapshot.events.positions(where: "statistic", is: "boats").map { snapshot.events.records[$0].id } == [
                "relief"
            ])
        #expect(
            snapshot.discrepancies.positions(where: "statistic", is: "left")
                .map { snapshot.discrepancies.records[$0].id } == ["left-claims", "banks"])
        #expect(snapshot.claims.positions(where: "source", is: "gazette").count == 2)
        #expect(snapshot.claims.positions(where: "source", is: "nobody") == [])
        #expect(snapshot.claims.positions(where: "nothing", is: "left") == [])
    }

    @Test("Contested statistics are those whose claims contradict each other")
    func contested() throws {
        let table = try SmallDataset().load().statistics
        #expect(try table.select(Query(filters: ["contested": ["true"]])) == [0])
        #expect(try table.select(Query(filters: ["contested": ["false", "true"]])).count == 6)
    }
}
