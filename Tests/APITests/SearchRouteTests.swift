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
            ("waiver", "events/first-waiver-1931-05-09"), ("atleidim", "events/first-waiver-1931-05-09"),
            ("10,378", "claims/sandbags-total-main"), ("keltas ferryman", "sources/diary-1931"),
            ("%22camping%20families%22%2020%20april", "statistics/camped-1931-04-20"),
            ("AUKSTUTINIS%20sliuz", "events/upper-sluice"),
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
        let whole = try service.get("/api/v1/search?q=potvyn&limit=1000")
        let paged = try service.all("/api/v1/search?q=potvyn&limit=3")
        #expect(
            paged.map { "\($0["kind"] ?? "")\($0["id"] ?? "")" }
                == (try whole.records().map { "\($0["kind"] ?? "")\($0["id"] ?? "")" }))
        #expect(try whole.total() == paged.count && paged.count > 6)
        let kinds = try service.all("/api/v1/search?q=potvyn&kind=events&kind=sources").compactMap {
            $0["kind"] as? String
        }
        #expect(Set(kinds) == ["events", "sources"])
        #expect(kinds.count == paged.count { ["events", "sources"].contains($0["kind"] as? String) })
    }

    @Test(
        "says what it meant when nothing is found",
        arguments: [
            ("potvinis", "potvynis"), ("waiv%20xq", nil), ("pylinas", "pylimas"), ("nanai", "namai"), ("annd", nil),
        ]
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
        let hits = try service.get("/api/v1/search?q=flood&limit=1000").records()
        let lines = try service.get("/api/v1/search.ndjson?q=flood").text.split(separator: "\n")
        #expect(lines.count == hits.count)
        let rows = try service.get("/api/v1/search.csv?q=flood").text.split(separator: "\r\n")
        #expect(rows.first == "kind,id,title,language,score,path")
        #expect(rows.count == hits.count + 1)
        #expect(try service.get("/api/v1/search.txt?q=flood&limit=3").text.contains("Search: 3 of \(hits.count)"))
    }

    @Test(
        "refuses what is no search, and says where it goes wrong",
        arguments: [
            ("", "It is required."), ("?q=", "no word"), ("?q=%22dyke", "character 1 is not closed"),
            ("?q=dyke%20%E2%80%9Ebreaks", "character 6 is not closed"),
            ("?q=" + String(repeating: "a+", count: 20), "20 words"), ("?q=a&kind=event", "Did you mean “events”?"),
            ("?q=a&q=b", "given twice"),
        ])
    func malformed(query: String, detail: String) throws {
        let answer = try service.get("/api/v1/search" + query)
        #expect(answer.status == 400)
        #expect(answer.text.contains(detail), "\(answer.text)")
    }
}
