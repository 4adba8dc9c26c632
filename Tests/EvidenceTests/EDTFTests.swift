import Evidence
import TestSupport
import Testing

@Suite("EDTF levels 0 and 1")
struct EDTFTests {
    @Test(
        "Every value has an earliest and a latest day",
        arguments: [
            ("1944-08-01", "1944-08-01", "1944-08-01"), ("1944-08", "1944-08-01", "1944-08-31"),
            ("1944-02", "1944-02-01", "1944-02-29"), ("1945-02", "1945-02-01", "1945-02-28"),
            ("1957", "1957-01-01", "1957-12-31"), ("1945~", "1945-01-01", "1945-12-31"),
            ("1945-06?", "1945-06-01", "1945-06-30"), ("1945-06-03%", "1945-06-03", "1945-06-03"),
            ("194X", "1940-01-01", "1949-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
            ("1944-XX", "1944-01-01", "1944-12-31"), ("1944-08-XX", "1944-08-01", "1944-08-31"),
            ("1944-XX-XX", "1944-01-01", "1944-12-31"), ("1945-21", "1945-03-01", "1945-05-31"),
            ("1945-22", "1945-06-01", "1945-08-31"), ("1945-23", "1945-09-01", "1945-11-30"),
            ("1944-24", "1944-12-01", "1945-02-28"), ("1945-21~", "1945-03-01", "1945-05-31"),
            ("1944-08/1945-05", "1944-08-01", "1945-05-31"), ("1944-08-01/1945", "1944-08-01", "1945-12-31"),
            ("1944~/1945-06?", "1944-01-01", "1945-06-30"), ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
            ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"), ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
            ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
            ("Y170000002", "Y170000002-01-01", "Y170000002-12-31"),
            ("Y-17000", "Y-17000-01-01", "Y-17000-12-31"), ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
            ("0000", "0000-01-01", "0000-12-31"), ("-194X", "-1949-01-01", "-1940-12-31"),
        ])
    func bounds(text: String, earliest: String, latest: String) throws {
        let date = try EDTF(text)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
        #expect(date.text == text)
    }

    @Test(
        "An open or unknown end has no bound",
        arguments: [
            ("../1945-06", nil, "1945-06-30"), ("1944/..", "1944-01-01", nil), ("/1945", nil, "1945-12-31"),
            ("1944-08-01/", "1944-08-01", nil),
        ] as [(String, String?, String?)])
    func openEnds(text: String, earliest: String?, latest: String?) throws {
        let date = try EDTF(text)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
    }

    @Test(
        "A text that is not EDTF tells where it stops being so",
        arguments: [
            ("", 0), ("x", 0), ("44", 2), ("194", 3), ("19444", 4), ("1944-", 5), ("1944-8", 6), ("1944/08/01", 7),
            ("1944-08-", 8), ("1944-08-1", 9), ("1944 ", 4), (" 1944", 0), ("1944-08-01T10:00", 16),
            ("Y1944", 5), ("..", 2), ("/", 1), ("../..", 3),
            ("1944/1945/1946", 9), ("1944~~", 5), ("1944-08-01T10:00:00Z/1945", 21), ("١٩٤٤", 0), ("1944-08-01T", 11),
            ("Y01944", 6), ("1944-13-1", 9), ("1944-02-30x", 10), ("-0000x", 5), ("1944-13/x", 8),
            ("1944-02-30T10:00:00Z?", 20),
        ])
    func syntax(text: String, position: Int) {
        let error = #expect(throws: EDTFError.self) { try EDTF(text) }
        guard case .syntax(let found) = error else {
            Issue.record("\(text): \(String(describing: error))")
            return
        }
        #expect(found == position)
    }

    @Test(
        "A day that the calendar or the clock does not have is refused as such",
        arguments: [
            "1944-13", "1944-00", "1944-20", "1944-42", "1945-02-29", "1900-02-29", "1944-04-31", "1944-08-00", "-0000",
            "XXX1-02-29", "XX00-02-30", "1X02-02-29",
            "1985-04-12T24:00:00Z", "1985-04-12T23:60:00Z", "1985-04-12T23:20:30+15",
        ])
    func noSuchDay(text: String) {
        #expect(throws: EDTFError.noSuchDay) { try EDTF(text) }
    }

    @Test(
        "An interval that ends before it begins is refused",
        arguments: ["1945/1944", "1944-08-02/1944-08-01", "1944-09/1944-08"])
    func reversed(text: String) {
        #expect(throws: EDTFError.reversed) { try EDTF(text) }
    }

    @Test("Any bytes at all are read or refused, and never trap")
    func anyBytes() {
        var random = SeededGenerator(seed: 1944)
        let alphabet = Array("0123456789X-/.?~%TZY:+[]{},ES")
        var accepted = 0
        for _ in 0..<50_000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })
            if let date = try? EDTF(text) {
                accepted += 1
                if let earliest = date.earliest, let latest = date.latest { #expect(earliest <= latest, "\(text)") }
            }
        }
        #expect(accepted > 0)
    }
}

@Suite("A calendar day")
struct CalendarDayTests {
    @Test(
        "The distance between days is counted in days",
        arguments: [
            (1944, 7, 15, 1944, 8, 1, 17), (1944, 2, 28, 1944, 3, 1, 2), (1900, 2, 28, 1900, 3, 1, 1),
            (1999, 12, 31, 2000, 1, 1, 1),
            (-1, 12, 31, 0, 1, 1, 1), (-400, 3, 1, 0, 3, 1, 146_097),
        ])
    func distance(_ y1: Int, _ m1: Int, _ d1: Int, _ y2: Int, _ m2: Int, _ d2: Int, days: Int) throws {
        let first = try #require(CalendarDay(year: y1, month: m1, day: d1))
        let second = try #require(CalendarDay(year: y2, month: m2, day: d2))
        #expect(second.ordinal - first.ordinal == days)
        #expect(first < second)
    }

    @Test("Every day of 800 years comes right after the one before")
    func successive() {
        var last: Int?
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDay(year: year, month: month, day: day) else { continue }
                    if let last { #expect(date.ordinal == last + 1) }
                    last = date.ordinal
                }
            }
        }
    }
}
