import Evidence
import TestSupport
import Testing

@testable import Wording

@Suite("The language and the direction of a text")
struct MarkedTextTests {
    private let hebrew = Catalogue.withHebrew.language(LanguageTag("he"))

    @Test(
        "The direction of a language is that of its script",
        arguments: [
            ("he", true), ("ar", true), ("fa-IR", true), ("ur", true), ("yi", true), ("dv", true), ("syr", true),
            ("nqo", true), ("ff-Adlm", true), ("az-Arab", true), ("uz-arab-AF", true), ("en", false),
            ("ar-Latn", false),
            ("he-Latn-x-hebr", false), ("az", false), ("zh-Hant", false), ("en-x-arab", false),
        ])
    func languages(tag: String, isRightToLeft: Bool) {
        #expect(Language.english.scripts.isRightToLeft(LanguageTag(tag)) == isRightToLeft)
    }

    @Test(
        "A text runs as its language does, unless its letters tell that it is in another",
        arguments: [
            ("he", "שלום", true), ("he", "UNESCO אמרה", true), ("he", "Held-out data.", false), ("he", "1,241", true),
            ("en", "A flood", false), ("en", "מצביא וצבאו", true), ("en", "The word אח is short", false),
            ("en", "“…”", false), ("pl", "łódź", false), ("ar", "سنة ١٢٤١", true), ("zh", "军队", false),
        ])
    func texts(tag: String, text: String, isRightToLeft: Bool) {
        #expect(Language.english.scripts.isRightToLeft(text, in: LanguageTag(tag)) == isRightToLeft)
    }

    @Test("A text in the language of the page is not marked")
    func own() {
        #expect(MarkedText.mark("A flood", in: .english, for: .english) == "A flood")
        #expect(MarkedText.mark("A flood", in: nil, for: .english) == "A flood")
        #expect(MarkedText.mark("שלום", in: LanguageTag("he"), for: hebrew) == "שלום")
        #expect(MarkedText.mark("", in: LanguageTag("he"), for: .english) == "")
    }

    @Test(
        "A text in another language is marked, and plain again without its marks, but isolated if it runs the other way"
    )
    func foreign() {
        let lithuanian = MarkedText.mark("Potvynis", in: .lithuanian, for: .english)
        #expect(lithuanian != "Potvynis" && MarkedText.isMarked(lithuanian))
        #expect(MarkedText.plain(lithuanian) == "Potvynis")
        let other = MarkedText.mark("שלום", in: LanguageTag("he"), for: .english)
        #expect(MarkedText.plain(other) == "\u{2067}שלום\u{2069}")
        #expect(MarkedText.plain(MarkedText.mark("Hello", in: .english, for: hebrew)) == "\u{2066}Hello\u{2069}")
        // What a dataset contains is no mark.
        let planted = MarkedText.mark("\u{E0001}\u{E0061}a\u{E007F}", in: .lithuanian, for: .english)
        #expect(MarkedText.plain(planted) == "a")
    }

    @Test("A language without words is spoken about in English")
    func spoken() {
        let french = Catalogue.shipped.language(LanguageTag("fr"))
        #expect(french.spoken == .english)
        #expect(french.name == "fr" && french.locale == "fr" && french.direction == "ltr")
        let austrian = Catalogue.shipped.language(LanguageTag("de-AT"))
        #expect(austrian.spoken.rawValue == "de-AT")
        #expect(austrian.name == "Deutsch" && austrian.locale == "de_DE")
        #expect(hebrew.direction == "rtl")
        #expect(Catalogue.shipped.language(LanguageTag("he")).direction == "ltr")
    }
}
