import Evidence
import Testing

@Suite("EDTF level 2")
struct EDTFLevel2Tests {
    @Test(
        "Every value has an earliest and a latest day",
        arguments: [
            ("1X41", "1041-01-01", "1941-12-31"), ("1XXX", "1000-01-01", "1999-12-31"),
            ("XXXX", "0000-01-01", "9999-12-31"), ("156X-12-25", "1560-12-25", "1569-12-25"),
            ("15XX-12-XX", "1500-12-01", "1599-12-31"), ("1560-XX-25", "1560-01-25", "1560-12-25"),
            ("1560-XX-31", "1560-01-31", "1560-12-31"), ("1560-0X-31", "1560-01-31", "1560-08-31"),
            ("1984-1X", "1984-10-01", "1984-12-31"), ("1944-XX-01", "1944-01-01", "1944-12-01"),
            ("1944-02-3X", "", ""), ("1944-01-3X", "1944-01-30", "1944-01-31"),
            ("190X-02-29", "1904-02-29", "1908-02-29"), ("XXX1-02-29", "", ""), ("XXXX-02-30", "", ""),
            ("-015X-03", "-0159-03-01", "-0150-03-31"), ("-00XX", "-0099-01-01", "0000-12-31"),
            ("-000X", "-0009-01-01", "0000-12-31"), ("-001X", "-0019-01-01", "-0010-12-31"),
            ("00XX", "0000-01-01", "0099-12-31"), ("2004-06~-11", "2004-06-11", "2004-06-11"),
            ("?2004-06-~11", "2004-06-11", "2004-06-11"), ("2004?-06-11%", "2004-06-11", "2004-06-11"),
            ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"), ("Y17E1", "0170-01-01", "0170-12-31"),
            ("1950S2", "1900-01-01", "1999-12-31"), ("1950S4", "1950-01-01", "1950-12-31"),
            ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31"), ("-0055S3", "-0059-01-01", "-0050-12-31"),
            ("Y3388E2S3", "Y338000-01-01", "Y338999-12-31"),
            ("1241-25", "1241-03-01", "1241-05-31"), ("1241-28", "1241-12-01", "1242-02-28"),
            ("1241-29", "1241-09-01", "1241-11-30"), ("1241-30", "1241-12-01", "1242-02-28"),
            ("1241-31", "1241-03-01", "1241-05-31"), ("1241-32", "1241-06-01", "1241-08-31"),
            ("1241-33", "1241-01-01", "1241-03-31"), ("1241-36", "1241-10-01", "1241-12-31"),
            ("1241-37", "1241-01-01", "1241-04-30"), ("1241-39", "1241-09-01", "1241-12-31"),
            ("1241-40", "1241-01-01", "1241-06-30"), ("1241-41", "1241-07-01", "1241-12-31"),
            ("124X-33", "1240-01-01", "1249-03-31"),
            ("XXX4-02-29", "0004-02-29", "9984-02-29"), ("XX00-02-29", "0000-02-29", "9600-02-29"),
            ("-XX00-02-29", "-9600-02-29", "0000-02-29"),
            ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"), ("{1241,1242-05}", "1241-01-01", "1242-05-31"),
            ("[1760-12..]", "1760-12-01", nil), ("[..1760-12-03]", nil, "1760-12-03"), ("{..1984}", nil, "1984-12-31"),
            ("[1672,1667]", "1667-01-01", "1672-12-31"), ("[1241~,1243]", "1241-01-01", "1243-12-31"),
            ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
            ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        ] as [(String, String?, String?)])
    func bounds(text: String, earliest: String?, latest: String?) throws {
        guard earliest != "" else {
            #expect(throws: EDTFError.noSuchDay) { try EDTF(text) }
            return
        }
        let date = try EDTF(text)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
        #expect(date.text == text)
    }

    @Test(
        "A text that is no EDTF is told from one that is, and is not taken",
        arguments: [
            ("Y17E10", EDTFError.notTaken), ("Y1000000000", .notTaken), ("Y-12345678901234567890", .notTaken),
            ("Y17E99999999999999999999", .notTaken), ("[Y17E10,1241]", .notTaken),
            ("[" + Array(repeating: "1241", count: 101).joined(separator: ",") + "]", .notTaken),
            ("[1241", .syntax(position: 5)), ("[1241}", .syntax(position: 5)), ("{}", .syntax(position: 1)),
            ("[1241,]", .syntax(position: 6)), ("[..1241..]", .syntax(position: 7)),
            ("[1241..,1243]", .syntax(position: 7)),
            ("[1241,..1243]", .syntax(position: 6)), ("[1241]/1243", .syntax(position: 6)),
            ("[1241, 1242]", .syntax(position: 6)),
            ("1241-21-05", .syntax(position: 7)), ("1X41S2", .syntax(position: 4)), ("1950S", .syntax(position: 5)),
            ("1950S5", .noSuchDay), ("1950S0", .noSuchDay), ("Y17", .syntax(position: 3)),
            ("Y017E3", .syntax(position: 4)),
            ("YE3", .syntax(position: 1)), ("1944-42", .noSuchDay), ("1944-2X", .noSuchDay),
            ("[1243..1241]", .reversed),
            ("2004-06-~11T10:00:00Z", .syntax(position: 11)), ("1241-4-9", .syntax(position: 6)),
            ("241", .syntax(position: 3)), ("-12345", .syntax(position: 5)),
            ("1241-09-09/..1242", .syntax(position: 13)),
            ("2004~-06-11T10:00:00Z", .syntax(position: 11)), ("15XX-12-25T10:00:00Z", .syntax(position: 10)),
        ])
    func refused(text: String, error: EDTFError) {
        #expect(throws: error) { try EDTF(text) }
    }

    @Test(
        "Each part says of itself what its marks say",
        arguments: [
            ("2004-06-11%", "%", "%", "%"), ("2004-06~-11", "~", "~", nil), ("2004?-06-11", "?", nil, nil),
            ("?2004-06-~11", "?", nil, "~"), ("2004?-06-11~", "%", "~", "~"), ("2004-~06?", "?", "%", nil),
            ("?2004~", "%", nil, nil),
        ] as [(String, Character?, Character?, Character?)])
    func marks(text: String, year: Character?, month: Character?, day: Character?) throws {
        let marks = try #require(try EDTF(text).start.date).marks
        #expect([marks.year, marks.month, marks.day].map { $0?.rawValue } == [year, month, day])
    }

    @Test(
        "A qualified date reaches as far again as it is long; one that is qualified in part, by the smallest of these",
        arguments: [
            ("1241~", 365), ("1240?", 366), ("1241-04%", 30), ("1241-04-09~", 1), ("124X~", 3653), ("1241-04", 0),
            ("2004-06~-11", 31), ("2004?-06-11", 366), ("2004-06-~11", 1), ("2004-~06", 30), ("2004?-06", 366),
            ("2004?-21", 366), ("2004-21~", 92),
        ])
    func reach(text: String, days: Int) throws {
        #expect(try EDTF(text).start.date?.reach == days)
    }

    @Test(
        "Of dates that do not follow each other, those between them are not meant",
        arguments: [
            ("[1240,1245]", "1241/1244", Verdict.contradiction), ("[1240,1243]", "1241/1244", .withinRounding),
            ("[1241,1243]", "1241/1244", .consistent), ("{1240,1245}", "1241/1244", .contradiction),
            ("1X41", "1850/1900", .contradiction), ("1X41", "1840/1900", .withinRounding),
            ("1X41", "1040/1941", .consistent),
            ("1560-XX-25", "1560-04-01/1560-04-20", .contradiction), ("156X-12-25", "1565", .withinRounding),
            ("[..1241]", "1200/1300", .withinRounding), ("[..1241]", "1242/1300", .contradiction),
            ("[1240~,1245]", "1241/1244", .unresolved), ("[1241]", "1241", .consistent),
            ("1950S2", "1940/1960", .withinRounding),
            ("1241-33", "1241-01/1241-03", .consistent), ("1241", "[1241,1245]", .consistent),
        ])
    func sets(inner: String, outer: String, verdict: Verdict) throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .both)
        let found = within.compare(inner: Dating(try EDTF(inner), .someDay), outer: Dating(try EDTF(outer), .someDay))
        #expect(found.verdict == verdict)
    }

    @Test(
        "A set of Julian days is a set of Gregorian ones",
        arguments: [
            ("[1917-10-25,1917-10-27..1917-10-28]", "[1917-11-07,1917-11-09..1917-11-10]"),
            ("{1917-10-25..}", "{1917-11-07..}"), ("[..1917-10-25?]", "[..1917-11-07?]"),
        ])
    func julian(written: String, gregorian: String) throws {
        #expect(try EDTF(written, calendar: .julian).gregorianText(.someDay) == gregorian)
    }
}
