import Evidence
import Testing

@Suite("A calendar")
struct CalendarSystemTests {
    @Test(
        "counts its days by itself, and each is a day of the Gregorian one",
        arguments: [
            ("1917-10-25", "1917-11-07"), ("1700-02-29", "1700-03-11"), ("1300-02-29", "1300-03-08"),
            ("1500-02-29", "1500-03-10"), ("1582-10-04", "1582-10-14"), ("1582-10-05", "1582-10-15"),
            ("0200-03-01", "0200-03-01"), ("0300-02-28", "0300-02-28"), ("0300-03-01", "0300-03-02"),
            ("-0043-03-15", "-0043-03-13"), ("0000-02-29", "0000-02-27"), ("-4712-01-01", "-4713-11-24"),
            ("1752-09-02", "1752-09-13"), ("2000-02-29", "2000-03-13"), ("2100-02-29", "2100-03-14"),
        ])
    func julian(written: String, gregorian: String) throws {
        let date = try EDTF(written, calendar: .julian)
        #expect(date.earliest?.description == gregorian)
        #expect(date.latest?.description == gregorian)
        #expect(date.text == written)
        #expect(date.gregorianText(.someDay) == gregorian)
    }

    @Test(
        "A month or a year of the Julian calendar is all of its days",
        arguments: [
            ("1917-10", "1917-10-14", "1917-11-13", "[1917-10-14..1917-11-13]", "1917-10-14/1917-11-13"),
            ("1699-02", "1699-02-11", "1699-03-10", "[1699-02-11..1699-03-10]", "1699-02-11/1699-03-10"),
            ("1699~", "1699-01-11", "1700-01-10", "[1699-01-11~..1700-01-10~]", "1699-01-11~/1700-01-10~"),
            ("1916-24", "1916-12-14", "1917-03-13", "[1916-12-14..1917-03-13]", "1916-12-14/1917-03-13"),
            ("1917-02/1917-10-25?", "1917-02-14", "1917-11-07", "1917-02-14/1917-11-07?", "1917-02-14/1917-11-07?"),
        ])
    func longer(written: String, earliest: String, latest: String, some: String, whole: String) throws {
        let date = try EDTF(written, calendar: .julian)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
        #expect(date.gregorianText(.someDay) == some)
        #expect(date.gregorianText(.whole) == whole)
    }

    @Test(
        "is told by years where EDTF has no days",
        arguments: [
            ("Y-17E7", "[Y-170003491..Y-170003490]", "Y-170003491/Y-170003490"), ("9999-12-31", "Y10000", "Y10000"),
            ("9999", "[9999-03-15..Y10000]", "9999-03-15/Y10000"),
        ])
    func beyond(written: String, some: String, whole: String) throws {
        let date = try EDTF(written, calendar: .julian)
        #expect(date.gregorianText(.someDay) == some)
        #expect(date.gregorianText(.whole) == whole)
        for text in [some, whole] { _ = try EDTF(text) }
    }

    @Test(
        "has no day that is not in it",
        arguments: ["1701-02-29", "1917-13-01", "1917-04-31", "1900-02-30", "Y999999999"])
    func none(written: String) {
        #expect(throws: EDTFError.noSuchDay) { try EDTF(written, calendar: .julian) }
    }

    @Test("The Julian days follow each other without a gap, and every day is found by its number")
    func successive() throws {
        for years in [-405...(-395), -5...5, 195...205, 1495...1505, 1695...1705, 1895...1905] {
            var last: Int?
            for year in years {
                for month in 1...12 {
                    for day in 1...CalendarSystem.julian.days(in: month, of: year) {
                        let date = try #require(CalendarSystem.julian.day(year: year, month: month, day: day))
                        if let last { #expect(date.ordinal == last + 1) }
                        last = date.ordinal
                        #expect(CalendarDay(ordinal: date.ordinal) == date)
                    }
                }
            }
        }
    }

    @Test("The farthest years have days in both", arguments: [-999_999_999, 999_999_999])
    func farthest(year: Int) {
        for calendar in CalendarSystem.allCases {
            let day = calendar.day(year: year, month: 7, day: 1)
            #expect(day.map { CalendarDay(ordinal: $0.ordinal) } == day)
            #expect(calendar.day(year: year + year.signum(), month: 1, day: 1) == nil)
        }
    }
}
