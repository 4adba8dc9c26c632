import Evidence
import TestSupport
import Testing
import Wording

@testable import Charts

@Suite("Dates on the axis of the chronology")
struct TimelineShapeTests {
    private func lines(_ picture: Picture) -> [String] {
        picture.marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } }
    }

    @Test(
        "of a set are drawn apart, each as what it is",
        arguments: [
            ("{1348,1363,1374}", 3, true), ("{1348,1363..1365}", 2, true), ("[1348,1363]", 2, true),
            ("1348/1374", 1, false), ("{1348-01-02,1363-04-05}", 2, false),
        ])
    func sets(date: String, count: Int, isWithin: Bool) throws {
        let date = try EDTF(date)
        let (first, last) = (try #require(date.earliest), try #require(date.latest))
        let scale = TimeScale(over: [first.ordinal...last.ordinal], on: 0...300, in: .english)
        let shapes = TimelineShape.all(of: date, scale)
        #expect(shapes.count == count)
        #expect(shapes.first?.isWithin == isWithin)
        #expect(zip(shapes, shapes.dropFirst()).allSatisfy { $0.right < $1.left })
        let snapshot = try PictureSamples.snapshot(
            [],
            [
                Event(
                    id: "e", title: PictureSamples.text("E"), summary: PictureSamples.text("S"), date: date,
                    category: "category", citations: [])
            ])
        let legend = lines(Picture(timelineOf: snapshot, .english))
        #expect(legend.contains("Several dates: each stretch is one of them") == (count > 1))
    }

    @Test("that sources contradict each other on are all drawn, and told with whose they are")
    func contested() throws {
        let draw = { (dates: [String]) in
            let claims = try dates.enumerated().map { place, date in
                DatedClaim(
                    id: "c\(place)", event: "e", date: try EDTF(date),
                    citation: Citation(source: place == 0 ? "rolls" : "source", locator: .printedToken, printed: [date])
                )
            }
            let event = try Event(
                id: "e", title: PictureSamples.text("E"), summary: PictureSamples.text("S"), claims: claims,
                category: "category"
            ).orThrow()
            return Picture(timelineOf: try PictureSamples.snapshot([], [event]), .english)
        }
        let shapes = { (picture: Picture) in
            picture.marks.count { if case .text = $0 { false } else { true } }
        }
        let (one, two) = (try draw(["1931-04-08"]), try draw(["1931-04-08", "1931-04-12"]))
        #expect(shapes(two) > shapes(one))
        #expect(two.description.contains("8 April 1931; Words: 12 April 1931 (contested): E"))
        #expect(lines(two).joined(separator: " ").contains("(contested)"))
        #expect(!lines(two).contains("Several dates: each stretch is one of them"))
        #expect(!one.description.contains("contested"))
    }

    @Test("have ticks with labels, however far the first lies back", arguments: Language.shipped)
    func old(language: Language) throws {
        let dates = [
            "Y-17E7", "-0752-04-21", "-07XX~", "-0043-03-15", "-0043-04", "-0042", "-0030-08-01", "0014-08-19",
        ]
        for count in 1...dates.count {
            let events = try dates.prefix(count).enumerated().map {
                try PictureSamples.event("e\($0.offset)", $0.element)
            }
            let days = events.compactMap { event in
                event.date.earliest.flatMap { first in event.date.latest.map { first.ordinal...$0.ordinal } }
            }
            let scale = TimeScale(
                over: days, isOpen: (true, true), on: Picture.Form.narrow.span, in: language)
            #expect(!scale.ticks.isEmpty, "\(count)")
        }
    }
}
