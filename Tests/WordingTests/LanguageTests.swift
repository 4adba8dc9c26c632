import Evidence
import TestSupport
import Wording
import Testing

@Suite("A date in words")
struct LanguageTests {
    @Test(
        "is as exact as it is, and no more",
        arguments: [
            ("1944-12-12", "12 December 1944", "1944 m. gruodžio 12 d."),
            ("1944-08", "August 1944", "1944 m. rugpjūtis"),
            ("1957", "1957", "1957 m."), ("1945-21", "spring 1945", "1945 m. pavasaris"),
            ("1944-24", "winter 1944", "1944 m. žiema"),
            ("194X", "1940–1949", "1940–1949 m."), ("19XX", "1900–1999", "1900–1999 m."),
            ("1944-XX-XX", "1944", "1944 m."),
            ("1945-05~", "May 1945 (approximate)", "1945 m. gegužė (apytiksliai)"),
            ("1944-12?", "December 1944 (uncertain)", "1944 m. gruodis (spėjama)"),
            ("1945%", "1945 (approximate, uncertain)", "1945 m. (apytiksliai, spėjama)"),
        ])
    func dates(text: String, english: String, lithuanian: String) throws {
        let start = try EDTF(text).start
        #expect(Language.english.format(start) == english)
        #expect(Language.lithuanian.format(start) == lithuanian)
    }

    @Test(
        "says of an end that is none what it is",
        arguments: [("../1945", "open", "neapibrėžta"), ("/1945", "unknown", "nežinoma")])
    func ends(text: String, english: String, lithuanian: String) throws {
        let start = try EDTF(text).start
        #expect(Language.english.format(start) == english)
        #expect(Language.lithuanian.format(start) == lithuanian)
    }

    @Test(
        "of a month where there is little room is short",
        arguments: [
            ("en", "Sept 1944", "Mar 44 BCE", "Mar 5 CE"), ("lt", "1944-09", "44-03 pr. Kr.", "5-03 po Kr."),
            ("pl", "wrz 1944", "mar 44 p.n.e.", "mar 5 n.e."),
            ("de", "Sept. 1944", "März 44 v. Chr.", "März 5 n. Chr."),
            ("he", "ספט׳ 1944", "מרץ 44 לפנה״ס", "מרץ 5 לספירה"),
        ])
    func shortMonths(tag: String, common: String, before: String, first: String) throws {
        let language = Catalogue.withHebrew.language(LanguageTag(tag))
        for (date, text) in [("1944-09-30", common), ("-0043-03-15", before), ("0005-03-01", first)] {
            let day = try #require(try EDTF(date).earliest)
            #expect(language.format(shortMonth: day) == text)
        }
    }

    @Test("Every month and season has a name in both languages", arguments: Language.shipped)
    func names(language: Language) throws {
        let months = try (1...12).map { language.format(try EDTF($0 < 10 ? "1944-0\($0)" : "1944-\($0)").start) }
        let seasons = try (21...24).map { language.format(try EDTF("1944-\($0)").start) }
        #expect(Set(months + seasons).count == 16)
    }
}
