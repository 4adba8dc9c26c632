import Evidence
import TestSupport
import Testing
import Wording

@Suite("A number in words")
struct NumberFormsTests {
    @Test(
        "Languages print numbers their own way",
        arguments: [
            ("47310", "47,310", "47\u{A0}310"), ("999", "999", "999"),
            ("1234567.5", "1,234,567.5", "1\u{A0}234\u{A0}567,5"),
            ("-853", "\u{2212}853", "\u{2212}853"), ("0.05", "0.05", "0,05"),
        ])
    func formats(numeral: String, english: String, lithuanian: String) throws {
        let number = try #require(Number(numeral: numeral))
        #expect(Language.english.format(number) == english)
        #expect(Language.lithuanian.format(number) == lithuanian)
    }

    @Test(
        "Decimals are not filled up to those of the unit, and never cut",
        arguments: [
            ("12.5", 2, UnitKind.measure, "12.5", "12,5"), ("12", 2, .measure, "12", "12"),
            ("12.125", 2, .measure, "12.125", "12,125"), ("-0.5", 1, .percentage, "\u{2212}0.5%", "\u{2212}0,5\u{A0}%"),
            ("-1250", 0, .count, "\u{2212}1,250", "\u{2212}1\u{A0}250"),
            (
                "999999999999999.999999", 0, .measure, "999,999,999,999,999.999999",
                "999\u{A0}999\u{A0}999\u{A0}999\u{A0}999,999999"
            ),
        ])
    func decimals(numeral: String, decimals: Int, kind: UnitKind, english: String, lithuanian: String) {
        let unit = Unit(kind, bounds: Interval(nil, nil), decimals: decimals)
        let quantity = Quantity(Number(numeral: numeral), in: unit)
        #expect(quantity.text(in: .english) == english)
        #expect(quantity.text(in: .lithuanian) == lithuanian)
    }

    @Test(
        "A figure has the decimals with which it is printed",
        arguments: [
            ("3", Qualifier.stated, "3 kopecks", UnitKind.measure, "3"), ("12.5", .stated, "12.50", .measure, "12.50"),
            ("60", .about, "about 60", .measure, "~60"), ("10", .stated, "10.0", .percentage, "10.0%"),
            ("10", .stated, "10", .percentage, "10%"), ("1200000", .stated, "1.2 million", .count, "1,200,000"),
            ("732500", .moreThan, "more than 732,500.00", .measure, ">732,500.00"),
        ])
    func printed(numeral: String, qualifier: Qualifier, printed: String, kind: UnitKind, text: String) {
        let unit = Unit(kind, decimals: kind == .count ? 0 : 2)
        let quantity = Quantity(Number(numeral: numeral), qualifier, in: unit).read(as: printed)
        #expect(quantity.text(in: .english) == text)
    }

    @Test("A figure in another unit is no more exact than its words, and has no zeros that nobody printed")
    func converted() throws {
        let (pood, tonnes) = (Unit(.measure), Unit(.measure, decimals: 3))
        let factor = try #require(Number(numeral: "0.01638"))
        let text = { (quantity: Quantity) in quantity.converted(by: factor, to: tonnes).text(in: .english) }
        #expect(text(Quantity(800, in: pood).read(as: "800.0")) == "13.104")
        #expect(text(Quantity(800, .about, in: pood)) == "~13")
        let back = try #require(Number.quotient(1, factor))
        #expect(Quantity(14, in: pood).converted(by: back, to: tonnes).text(in: .english) == "854.701")
    }

    @Test("What has no last decimal is shown to the hundredth, as a range from further out")
    func fractions() throws {
        let third = Quantity(Ratio(1, in: 3))
        #expect(third.text(in: .english) == "33.33%")
        #expect(Language.english.range(third.interval) == "28.57–40")
    }

    @Test(
        "A range has spaces around its dash where a minus is near, and words where it has one end",
        arguments: [
            (Interval(5, 9), "5–9"), (Interval(-9, -5), "\u{2212}9\u{A0}–\u{A0}\u{2212}5"),
            (Interval(-9, 5), "\u{2212}9\u{A0}–\u{A0}5"), (Interval(nil, -5), "at most \u{2212}5"),
            (Interval(5, nil), "at least 5"),
            (Interval(5, 5), "5"), (Interval(nil, nil), nil),
        ] as [(Interval, String?)])
    func ranges(interval: Interval, text: String?) {
        #expect(Language.english.range(interval) == text)
    }

    @Test(
        "Polish separates thousands only from five digits on",
        arguments: [
            ("4300", "4300"), ("-4300", "−4300"), ("43000", "43\u{A0}000"), ("4300.25", "4300,25"),
            ("1234567", "1\u{A0}234\u{A0}567"), ("999", "999"),
        ])
    func polish(numeral: String, text: String) throws {
        #expect(Catalogue.shipped.language(LanguageTag("pl")).format(try #require(Number(numeral: numeral))) == text)
    }

    @Test(
        "Polish, German and Hebrew write dates and counts their own way",
        arguments: [
            ("pl", "7 listopada 1917", "listopad 1917", "od listopada 1917", "2 źródła", "5 źródeł", "22 źródła"),
            ("de", "7. November 1917", "November 1917", "ab November 1917", "2 Quellen", "5 Quellen", "22 Quellen"),
            ("he", "7 בנובמבר 1917", "נובמבר 1917", "מאז נובמבר 1917", "2 מקורות", "5 מקורות", "22 מקורות"),
        ])
    func dates(tag: String, day: String, month: String, from: String, two: String, five: String, many: String) throws {
        let language = Catalogue.withHebrew.language(LanguageTag(tag))
        #expect(try language.format(EDTF("1917-11-07")) == day)
        #expect(try language.format(EDTF("1917-11")) == month)
        #expect(try language.format(EDTF("1917-11/..")) == from)
        for (count, text) in [(2, two), (5, five), (22, many)] {
            #expect(
                language.words.count("countSources", count) == text.replacing(" ", with: "\u{A0}", maxReplacements: 1))
        }
    }
}
