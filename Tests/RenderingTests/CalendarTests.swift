import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Rendering

@Suite("A calendar")
struct CalendarTests {
    @Test(
        "has an event where its date is a day or days, and nothing casts doubt on them",
        arguments: [
            ("1945-02-09", "19450209", "19450210"), ("1944-12-31", "19441231", "19450101"),
            ("1944-08-25/1944-09-05", "19440825", "19440906"), ("1944-02-28", "19440228", "19440229"),
            ("1945-02-28", "19450228", "19450301"), ("0001-01-01", "00010101", "00010102"),
            ("1944", nil, nil), ("1944-08", nil, nil), ("1945-05-08~", nil, nil), ("../1944-09-16", nil, nil),
            ("1944-07-15/", nil, nil), ("1944-08-25/1944-09", nil, nil), ("1945-21", nil, nil),
            ("-0044-03-15", nil, nil),
            ("9999-12-31", nil, nil),
        ] as [(String, String?, String?)])
    func days(date: String, start: String?, end: String?) throws {
        let text = try write(date: date)
        #expect(text.contains("BEGIN:VEVENT") == (start != nil))
        if let start { #expect(text.contains("\r\nDTSTART;VALUE=DATE:\(start)\r\n")) }
        if let end { #expect(text.contains("\r\nDTEND;VALUE=DATE:\(end)\r\n")) }
    }

    @Test("folds its lines at 75 bytes, between characters, and loses nothing")
    func folding() throws {
        let summary = String(repeating: "ąčę–日本 ", count: 60) + "\n; , \\ end"
        let text = try write(date: "1945-02-09", summary: summary)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let whole = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        let value = String(repeating: "ąčę–日本 ", count: 60) + "\\n\\; \\, \\\\ end"
        #expect(whole.contains("DESCRIPTION;LANGUAGE=lt:" + value))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test("has the names and numbers by which programs know it and take it anew")
    func names() throws {
        let text = try write(date: "1945-02-09", origin: "https://akistata.example")
        for line in [
            "X-WR-CALNAME:", "URL:https://akistata.example/events/e?lang=lt", "SEQUENCE:1000000", "LAST-MODIFIED:",
        ] {
            #expect(text.contains("\r\n" + line), "\(text)")
        }
        // An address without host is none.
        #expect(try !write(date: "1945-02-09").contains("\r\nURL:"))
    }

    @Test(
        "counts versions so that a later one is greater",
        arguments: [
            ("0.0.1", 1), ("1.2.3", 1_002_003), ("1.2.1000", 1_002_999), ("99999999999999999999.0.0", 2_146_000_000),
        ])
    func sequence(version: String, number: Int) {
        #expect(CalendarText.sequence(of: version) == number)
    }

    private func write(date: String, summary: String = "s", origin: String? = nil) throws -> String {
        let event = Event(
            id: "e", title: LocalizedText(english: "t", lithuanian: "t"),
            summary: LocalizedText(english: summary, lithuanian: summary), date: try EDTF(date),
            category: "law", citations: [])
        let bytes = CalendarText.write(
            ListContent([event], from: try Service.snapshot.get(), in: .lithuanian, origin: origin, hasPages: true))
        return String(decoding: bytes, as: UTF8.self)
    }
}
