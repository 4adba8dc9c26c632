import Foundation
import TestSupport
import Testing

/// Figures that nobody gives together, where nothing else decides.
@Suite("What only a mixed reading says")
struct MixedReadingTests {
    private let service: Service

    init() throws {
        // One source has the first part, the other the second, and each a total of its own.
        let statistic = { (id: String, claims: [String]) in
            claims.count == 1
                ? FigureDataset.statistic(id, claims[0]) : FigureDataset.statistic(id, claims[0], claims[1])
        }
        let figure = { (value: Int) in #""value": \#(value), "printed": "\#(value)""# }
        let dataset = FigureDataset(
            statistics: [
                statistic("first", [figure(1_001)]),
                statistic("second", [figure(2_002)]).replacing("atlas", with: "gazette"),
                statistic("all", [figure(3_503), figure(3_101)]),
            ],
            relations: [
                FigureDataset.relation("sum", #""kind": "sum", "parts": ["first", "second"], "whole": ["all"]"#),
                FigureDataset.relation(
                    "added",
                    #""kind": "formula", "formula": "a + b = c", "terms": {"a": "first", "b": "second", "c": "all"}"#),
            ])
        service = try Service(hasPages: true, snapshot: dataset.load())
    }

    private func get(_ target: String) throws -> String {
        try service.get(target, ["Accept": "*/*"]).text.replacing("\u{A0}", with: " ")
    }

    private static let nobody = "Mixed: nobody gives these figures together"

    @Test("is drawn as a tension that nobody asserts, without anything missing", arguments: ["sum", "added"])
    func picture(id: String) throws {
        let picture = try get("/charts/discrepancies/\(id).svg")
        #expect(picture.contains(">Not quite comparable<") || picture.contains(": not quite comparable<"))
        #expect(!picture.lowercased().contains("contradiction"))
        #expect(picture.contains("\(Self.nobody)."))
        #expect(!picture.contains("Missing from the parts") && !picture.contains("Excess of the parts"))
    }

    @Test("is told as such on its page and in its lesson", arguments: ["sum", "added"])
    func pages(id: String) throws {
        let page = try service.get("/discrepancies/\(id)", ["Accept": "text/html"]).text
        #expect(page.contains("<th scope=\"row\">\(Self.nobody)</th>"), "\(page)")
        #expect(page.contains("Nobody gives these figures together. They are put together from sources"))
        let lesson = try service.get("/lessons/\(id)", ["Accept": "text/html"]).text
        #expect(lesson.contains("\(Self.nobody) · 1,001 + 2,002 = 3,003 ≠ "), "\(lesson)")
        #expect(lesson.contains(": not quite comparable."))
    }

    @Test(
        "is told in words of dates where it puts dates together, and of both where both",
        arguments: [
            ("days(first, second) = days(second, last)", #""#, "dates"),
            ("days(first, last) = age", #""age": "age", "#, "figures and dates"),
        ])
    func dates(formula: String, term: String, matter: String) throws {
        // One dates the first, the other the second or counts the days; each dates the last otherwise.
        let events = [
            FigureDataset.event("first", ("atlas", "1241-04-01")),
            FigureDataset.event("second", ("gazette", "1241-04-02")),
            FigureDataset.event("last", ("atlas", "1241-04-09"), ("gazette", "1241-04-11")),
        ]
        let age = FigureDataset.statistic("age", #""value": 3, "printed": "3""#)
            .replacing("atlas", with: "gazette")
        let used = ["first", "second", "last"].filter(formula.contains)
        let days = used.map { #""\#($0)": {"event": "\#($0)", "bound": "start"}"# }
        let terms = term + days.joined(separator: ", ")
        var dataset = FigureDataset(
            statistics: [age],
            relations: [
                FigureDataset.relation(
                    "spans", "\"kind\": \"formula\", \"formula\": \"\(formula)\", \"terms\": {\(terms)}")
            ])
        dataset.events = events
        let service = try Service(hasPages: true, snapshot: dataset.load())
        let page = try service.get("/discrepancies/spans", ["Accept": "text/html"]).text
        #expect(page.contains("Mixed: nobody gives these \(matter) together"), "\(page)")
        #expect(page.contains("Nobody gives these \(matter) together."))
        #expect(page.contains("Choosing other \(matter) does not help"))
        let lesson = try service.get("/lessons/spans", ["Accept": "text/html"]).text
        #expect(lesson.contains("Mixed: nobody gives these \(matter) together"), "\(lesson)")
    }

    @Test(
        "is a tension among the verdicts",
        arguments: [
            ("en", "nobody gives those figures together"), ("lt", "tų skaičių kartu niekas nenurodo"),
            ("pl", "nikt nie podaje ich razem"), ("de", "Niemand gibt diese Zahlen zusammen an"),
        ])
    func about(language: String, words: String) throws {
        let file = Service.resources.appending(path: "web/about.\(language).mustache")
        let terms = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "<dt>")
        let tension = try #require(terms.first { $0.hasPrefix("{{verdicts.tension}}") })
        #expect(tension.contains(words))
    }
}
