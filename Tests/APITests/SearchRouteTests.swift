import Foundation
import TestSupport
import Testing

@Suite("The search")
struct SearchRouteTests {
    private typealias Object = [String: Any]

    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "finds records of all kinds and languages, the best first",
        arguments: [
            ("amnesty", "events/amnesty-1945-02-09"), ("amnestij", "events/amnesty-1945-02-09"),
            ("58,620", "claims/draft-dodgers-1945-01-01-main"), ("vardys partisan", "sources/vardys-1969"),
            ("%22draft%20dodgers%22%201%20january", "statistics/draft-dodgers-1945-01-01"),
            ("ATLANTO%20chartij", "events/atlantic-charter"),
        ])
    func finds(query: String, expected: String) throws {
        let answer = try service.get("/api/v1/search?q=\(query.replacing(" ", with: "%20"))")
        let hits = try answer.records()
        #expect(hits.prefix(4).contains { "\($0["kind"] ?? "")/\($0["id"] ?? "")" == expected }, "\(answer.text)")
        let scores = hits.compactMap { $0["score"] as? Double }
        #expect(scores.count == hits.count && scores == scores.sorted(by: >))
        for hit in hits {
            let path = try #require((hit["links"] as? Object)?["self"] as? String)
            #expect(try service.get(path).record()["id"] as? String == hit["id"] as? String)
            try highlights(hit)
        }
    }

    /// Each highlight is a word that JavaScript's `slice` would cut out, of a text that the record has.
    private func highlights(_ hit: Object) throws {
        let passages = try #require(hit["passages"] as? [Object])
        var count = 0
        for passage in passages {
            let text = try #require(passage["text"] as? String) as NSString
            for range in try #require(passage["highlights"] as? [[String: Int]]) {
                let (start, end) = (try #require(range["start"]), try #require(range["end"]))
                let word = text.substring(with: NSRange(location: start, length: end - start))
                #expect(word.allSatisfy { $0.isLetter || $0.isNumber } && !word.isEmpty)
                count += 1
            }
        }
        #expect(count > 0)
        #expect(passages.first?["text"] as? String == hit["title"] as? String)
    }

    @Test("leads from page to page, and stays with the kinds asked for")
    func pages() throws {
        let whole = try service.get("/api/v1/search?q=lietuv&limit=1000")
        let paged = try service.all("/api/v1/search?q=lietuv&limit=3")
        #expect(
            paged.map { "\($0["kind"] ?? "")\($0["id"] ?? "")" }
                == (try whole.records().map { "\($0["kind"] ?? "")\($0["id"] ?? "")" }))
        #expect(try whole.total() == paged.count && paged.count > 6)
        let kinds = try service.all("/api/v1/search?q=lietuv&kind=events&kind=sources").compactMap {
            $0["kind"] as? String
        }
        #expect(Set(kinds) == ["events", "sources"])
        #expect(kinds.count == paged.count { ["events", "sources"].contains($0["kind"] as? String) })
    }

    @Test(
        "says what it meant when nothing is found",
        arguments: [("dezertirai", "dezertyrai"), ("amnesti%20xq", nil), ("mobilizacja", "mobilizacija")]
            as [(String, String?)])
    func suggestion(query: String, expected: String?) throws {
        let meta = try #require(try service.get("/api/v1/search?q=\(query)&lang=lt").json()["meta"] as? Object)
        #expect(meta["total"] as? Int == 0)
        #expect(meta["didYouMean"] as? String == expected)
        if let expected {
            #expect(try service.get("/api/v1/search?q=\(expected)").total() > 0)
        }
    }

    @Test("has the same hits in every format")
    func otherFormats() throws {
        let hits = try service.get("/api/v1/search?q=mobil&limit=1000").records()
        let lines = try service.get("/api/v1/search.ndjson?q=mobil").text.split(separator: "\n")
        #expect(lines.count == hits.count)
        let rows = try service.get("/api/v1/search.csv?q=mobil").text.split(separator: "\r\n")
        #expect(rows.first == "kind,id,title,language,score,path")
        #expect(rows.count == hits.count + 1)
        #expect(try service.get("/api/v1/search.txt?q=mobil").text.contains("Search: 50 of \(hits.count)"))
    }

    @Test(
        "refuses what is no search, and says where it goes wrong",
        arguments: [
            ("", "It is needed."), ("?q=", "no word"), ("?q=%22draft", "character 1 is not closed"),
            ("?q=draft%20%E2%80%9Edodgers", "character 7 is not closed"),
            ("?q=" + String(repeating: "a+", count: 20), "20 words"), ("?q=a&kind=event", "Did you mean “events”?"),
            ("?q=a&q=b", "given twice"),
        ])
    func malformed(query: String, detail: String) throws {
        let answer = try service.get("/api/v1/search" + query)
        #expect(answer.status == 400)
        #expect(answer.text.contains(detail), "\(answer.text)")
    }
}
