import Evidence
import TestSupport
import Testing

@testable import Archive
@testable import Foundations

@Suite("Query errors")
struct QueryErrorTests {
    private let snapshot: Snapshot

    init() throws { snapshot = try SmallDataset().load() }

    @Test("Every wrong parameter is told at once, with the nearest spelling and what is accepted")
    func all() throws {
        let query = Query(
            filters: [
                "categroy": ["flood"], "category": ["flood", "releif"], "from": ["1944-13"], "q": ["–"],
                "source": ["x"],
            ], sort: "-datum")
        let error = try #require(
            #expect(throws: QueryError.self) { try snapshot.events.page(query, cursor: "x", limit: 0) })
        let events = snapshot.events
        #expect(
            error.faults == [
                .init(
                    parameter: "category",
                    reason: .value("releif", accepts: .oneOf(["flood", "relief"]), nearest: "relief")),
                .init(
                    parameter: "categroy",
                    reason: .unknownFilter(nearest: "category", known: events.filters.map(\.name))),
                .init(parameter: "cursor", reason: .malformedCursor),
                .init(parameter: "from", reason: .date("1944-13", .noSuchDay)),
                .init(parameter: "limit", reason: .limit(0, accepts: 1...1_000)),
                .init(parameter: "q", reason: .value("–", accepts: .text, nearest: nil)),
                .init(parameter: "sort", reason: .unknownSort("datum", nearest: nil, known: events.sortKeys)),
                .init(
                    parameter: "source",
                    reason: .value("x", accepts: .oneOf(["chronicle", "gazette"]), nearest: nil)),
            ])
    }

    @Test(
        "Values that a filter does not accept are refused",
        arguments: [
            ("min", "1,000"), ("min", ""), ("max", "1e99"), ("max", "NaN"), ("min", "+1"), ("attribution", "Main"),
            ("statistic", ""),
        ])
    func values(filter: String, value: String) throws {
        let error = try #require(
            #expect(throws: QueryError.self) { try snapshot.claims.select(Query(filters: [filter: [value]])) })
        #expect(error.faults.map(\.parameter) == [filter])
    }

    @Test("A cursor is good for its own query and its own version of the data alone")
    func cursors() throws {
        let claims = snapshot.claims
        let query = Query(filters: ["source": ["chronicle", "gazette"]])
        let cursor = try #require(try claims.page(query, limit: 2).next)
        let same = Query(filters: ["source": ["gazette", "chronicle", "gazette"]])
        #expect(try claims.page(same, cursor: cursor, limit: 3).positions == [2, 3, 4])

        let edited = try #require(
            SmallDataset().replacing("1.0.0", with: "1.0.1", in: "dataset.json")?
                .replacing("1.0.0", with: "1.0.1", in: "changes.json"))
        for (table, query, reason) in [
            (claims, Query(), QueryError.Reason.cursorOfAnotherQuery),
            (claims, Query(filters: query.filters, sort: "value"), .cursorOfAnotherQuery),
            (try edited.load().claims, query, .cursorOfAnotherVersion),
        ] {
            let error = try #require(#expect(throws: QueryError.self) { try table.page(query, cursor: cursor) })
            #expect(error.faults == [.init(parameter: "cursor", reason: reason)])
        }
        #expect(throws: QueryError.self) { try snapshot.events.page(Query(), cursor: cursor) }
        // A page may be handed to a reader of another language, where the order is the same.
        let lithuanian = Query(filters: query.filters, language: .lithuanian)
        #expect(try claims.page(lithuanian, cursor: cursor, limit: 3).positions == [2, 3, 4])
    }

    @Test("Any text but a cursor is refused as one, and never traps")
    func malformed() throws {
        let cursor = try #require(try snapshot.claims.page(Query(), limit: 2).next)
        let last = PageCursor(version: .max, query: 0, offset: .max)
        #expect(PageCursor(last.text) == last)
        let digest = try #require(PageCursor(cursor))
        let far = PageCursor(version: digest.version, query: digest.query, offset: .max).text
        let texts = [
            "", "x", "=", cursor + "=", cursor + "A", String(cursor.dropLast()), "ą", "+" + cursor.dropFirst(), far,
        ]
        for text in texts {
            let error = try #require(
                #expect(throws: QueryError.self) { try snapshot.claims.page(Query(), cursor: text) })
            #expect(error.faults.map(\.parameter) == ["cursor"])
        }
    }

    @Test("A page is of 1 to 1000 records, of 50 unless told", arguments: [-1, 0, 1_001, .min, .max])
    func limits(limit: Int) throws {
        #expect(throws: QueryError.self) { try snapshot.claims.page(Query(), limit: limit) }
        #expect(try snapshot.claims.page(Query()).limit == 50)
    }
}
