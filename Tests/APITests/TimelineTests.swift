import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import API
@testable import Rendering

@Suite("A timeline")
struct TimelineTests {
    @Test(
        "places an event by what its date names, and by no day that it does not",
        arguments: [
            ("1945-02-09", ["year": 1945, "month": 2, "day": 9], nil, "9 February 1945"),
            ("1944-12?", ["year": 1944, "month": 12], nil, "December 1944 (uncertain)"),
            ("1944", ["year": 1944], nil, "1944"),
            ("1944-08/1945-05", ["year": 1944, "month": 8], ["year": 1945, "month": 5], "August 1944 – May 1945"),
            ("../1944-09-16", ["year": 1944, "month": 9, "day": 16], nil, "up to 16 September 1944"),
            ("/1945-05", ["year": 1945, "month": 5], nil, "up to May 1945 (beginning unknown)"),
            ("1944-07/", ["year": 1944, "month": 7], nil, "from July 1944 (end unknown)"),
            ("1945-21", ["year": 1945, "month": 3], ["year": 1945, "month": 5], "spring 1945"),
            ("194X", ["year": 1940], ["year": 1949], "1940–1949"),
            ("-0044-03-15", ["year": -44, "month": 3, "day": 15], nil, "15 March 45 BCE"),
            ("[1667,1670..1672]", ["year": 1667], ["year": 1672], "one of: 1667, 1670–1672"),
            (
                "156X-12-25", ["year": 1560, "month": 12, "day": 25], ["year": 1569, "month": 12, "day": 25],
                "25 December 1560–1569 (in one of these years)"
            ),
        ] as [(String, [String: Int], [String: Int]?, String)])
    func dates(date: String, start: [String: Int], end: [String: Int]?, words: String) throws {
        let slide = try #require(try slides(of: [date]).first)
        #expect(slide["start_date"] as? [String: Int] == start)
        #expect(slide["end_date"] as? [String: Int] == end)
        #expect(slide["display_date"] as? String == words)
    }

    @Test("counts in years where one of them is beyond what a calendar of JavaScript reaches")
    func cosmological() throws {
        let document = try json(of: ["1944-08-01", "Y-300000"])
        #expect(document["scale"] as? String == "cosmological")
        let slides = try #require(document["events"] as? [[String: Any]])
        #expect(slides.map { $0["start_date"] as? [String: Int] } == [["year": 1944], ["year": -300_000]])
        #expect(try json(of: ["1944"])["scale"] as? String == "human")
    }

    @Test("escapes its texts, which are HTML")
    func escaping() throws {
        let slide = try #require(try slides(of: ["1944"], title: "a<b>&\"'", summary: "<i>\n1 < 2").first)
        let text = try #require(slide["text"] as? [String: String])
        #expect(text["headline"] == "a&lt;b&gt;&amp;&quot;&#39;")
        #expect(text["text"] == "<p>&lt;i&gt;</p><p>1 &lt; 2</p>")
    }

    @Test("is narrowed and sorted as the events are")
    func filters() throws {
        let service = try Service()
        for query in ["category=law", "sort=-date&place=school", "q=atleidim&lang=lt"] {
            let ids = try service.get("/api/v1/events?limit=1000&\(query)").ids()
            let slides = try #require(
                try service.get("/api/v1/timeline.json?\(query)").json()["events"] as? [[String: Any]])
            #expect(!ids.isEmpty)
            #expect(slides.map { $0["unique_id"] as? String } == ids)
        }
        #expect(try service.get("/api/v1/timeline?categry=law").text.contains("Did you mean “category”?"))
        #expect(try service.get("/api/v1/timeline.csv?pretty=true").status == 400)
    }

    private func slides(of dates: [String], title: String = "t", summary: String = "s") throws -> [[String: Any]] {
        try #require(try json(of: dates, title: title, summary: summary)["events"] as? [[String: Any]])
    }

    private func json(of dates: [String], title: String = "t", summary: String = "s") throws -> [String: Any] {
        let events = try dates.enumerated().map { index, date in
            Event(
                id: "e\(index)", title: LocalizedText(english: title, lithuanian: title),
                summary: LocalizedText(english: summary, lithuanian: summary),
                date: try EDTF(date), category: "law", citations: [])
        }
        let timeline = Timeline(events, from: try Service.snapshot.get(), in: .english)
        return try #require(try JSONSerialization.jsonObject(with: Data(timeline.json)) as? [String: Any])
    }
}
