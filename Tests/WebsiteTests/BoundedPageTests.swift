import Archive
import Foundation
import TestSupport
import Testing

@Suite("A page")
struct BoundedPageTests {
    private static func claim(_ statistic: String, _ place: Int, _ value: Int) -> String {
        #"{"id": "\#(statistic)-\#(place)", "source": "\#(place % 2 == 0 ? "atlas" : "gazette")", "qualifier": "stated", "#
            + #""value": \#(value), "printed": "\#(value)", "attribution": "main", "rank": "normal"}"#
    }

    private static func statistic(_ id: String, _ values: [Int]) -> String {
        let claims = values.enumerated().map { claim(id, $0, $1) }.joined(separator: ", ")
        return #"{"id": "\#(id)", "title": {"en": "\#(id)"}, "measure": "m", "population": "p", "unit": "count", "#
            + #""period": "1931", "claims": [\#(claims)]}"#
    }

    private static let parts = (0..<300).map { "part-\($0)" }

    /// A statistic of 1,000 claims, one with 300 discrepancies, a sum of 300 parts, and an event with all of the parts.
    private static let snapshot: Result<Snapshot, any Error> = Result {
        var dataset = FigureDataset(
            statistics: [statistic("big", (0..<1_000).map { 1_001 + $0 }), statistic("hub", [5])]
                + parts.map { statistic($0, [3_001]) },
            relations: parts.map { part in
                FigureDataset.relation("r-\(part)", #""kind": "part", "parts": ["\#(part)"], "whole": ["hub"]"#)
            } + [
                FigureDataset.relation("r-big", #""kind": "part", "parts": ["part-0"], "whole": ["big"]"#),
                FigureDataset.relation(
                    "r-sum", #""kind": "sum", "parts": ["\#(parts.joined(separator: "\", \""))"], "whole": ["hub"]"#),
            ])
        dataset.events = [
            #"{"id": "e", "date": "1931", "title": {"en": "E"}, "summary": {"en": "S"}, "category": "c", "actors": [], "#
                + #""places": [], "statistics": ["\#(parts.joined(separator: "\", \""))"], "citations": "#
                + #"[{"source": "atlas", "locator": {"page": "1"}, "printed": ["x"]}]}"#
        ]
        return try dataset.load()
    }

    private let service: Service

    init() throws { service = try Service(hasPages: true, snapshot: Self.snapshot.get()) }

    private func text(_ path: String) throws -> String {
        let answer = try service.get(path)
        #expect(answer.status == 200)
        return answer.text
    }

    private func count(_ mark: String, in text: String) -> Int { text.components(separatedBy: mark).count - 1 }

    @Test(
        "shows the first 200 of the records that belong to another, says how many there are, and leads to them",
        arguments: [
            ("/statistics/big", #"<tr id="big-"#, "1,000\u{A0}claims", "/api/v1/claims.csv?statistic=big"),
            ("/statistics/hub", #"<div class="finding">"#, "301\u{A0}discrepancies", "/discrepancies?statistic=hub"),
            ("/discrepancies/r-big", ">big</a></p>", "1,000\u{A0}claims", "/api/v1/checks/r-big/readings"),
            (
                "/discrepancies/r-sum", #"<p class="about"><a href="/statistics/part-"#, "300\u{A0}claims",
                "/api/v1/checks/r-sum/readings"
            ),
            ("/lessons/r-sum", "<p>part-", "301\u{A0}claims", "/api/v1/checks/r-sum/readings"),
            ("/sources/atlas", "<tr id=", "801\u{A0}claims", "/api/v1/claims.csv?source=atlas"),
            ("/events/e", #"<a href="/statistics/"#, "300\u{A0}statistics", "/api/v1/events/e"),
        ])
    func records(path: String, mark: String, all: String, data: String) throws {
        let text = try text(path)
        #expect(count(mark, in: text) == 200, "\(path)")
        #expect(
            text.contains(#"<a href="\#(data)">The first 200 are here. All of them, as data: \#(all)</a>"#), "\(path)")
        #expect(text.utf8.count < 400_000, "\(text.utf8.count)")
    }

    @Test("shows the first 200 conflicts of a statistic, says how many there are, and leads to them")
    func conflicts() throws {
        let parts = Self.parts.prefix(210)
        let dataset = FigureDataset(
            statistics: [Self.statistic("hub", [5])] + parts.map { Self.statistic($0, [3_001]) },
            relations: parts.map { part in
                FigureDataset.relation("r-\(part)", #""kind": "part", "parts": ["\#(part)"], "whole": ["hub"]"#)
            })
        let service = try Service(hasPages: true, snapshot: dataset.load())
        let text = try service.get("/statistics/hub").text
        #expect(count(#"<div class="finding conflict">"#, in: text) == 200)
        #expect(
            text.contains(
                #"<a href="/conflicts?statistic=hub">The first 200 are here. All of them, as data: 210"#
                    + "\u{A0}conflicts</a>"))
    }

    @Test(
        "has linked data in it where it has all of its record",
        arguments: ["/statistics/hub", "/discrepancies/r-part-0"])
    func linked(path: String) throws { #expect(try text(path).contains("application/ld+json\">{")) }

    @Test(
        "has linked data behind its link alone where it has the beginning of its record",
        arguments: ["/statistics/big", "/discrepancies/r-big", "/discrepancies/r-sum", "/events/e"])
    func excerpts(path: String) throws {
        let text = try text(path)
        #expect(!text.contains("application/ld+json\">{") && text.contains("\(path).jsonld"))
    }

    @Test("tells some of many texts of a line, and how many there are")
    func lines() throws {
        let list = try text("/statistics")
        #expect(list.contains("1,024 / … (1,000)") && !list.contains("1,025 /"))
        #expect(try text("/statistics/big").contains(#"1,024, … (1,000)."#))
    }

    @Test("has no more of a long sum than can be read, in words and in pictures")
    func sums() throws {
        let sum = Array(repeating: "3,001", count: 63).joined(separator: " + ") + " + … + 3,001 = 900,300 &gt; 5"
        let picture = try text("/charts/discrepancies/r-sum.svg")
        #expect(picture.contains("… (252)") && picture.utf8.count < 60_000, "\(picture.utf8.count)")
        #expect(try text("/discrepancies/r-sum").contains("… (100)"))
        #expect(try text("/embed/discrepancies/r-sum").utf8.count < 100_000)
        #expect(try text("/embed/statistics/big").utf8.count < 200_000)
        #expect(try text("/discrepancies?kind=sum-mismatch").contains(sum.replacing("&gt; 5", with: "≠ 5")))
    }
}
