import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Loading

@Suite("The languages of a dataset")
struct TranslationTests {
    private let polish = LanguageTag("pl")

    @Test("A text may lack a language; the first that it has stands for it")
    func fallback() throws {
        let dataset = try #require(
            SmallDataset().replacing(#", "lt": "Upė""#, with: "", in: "dataset.json"))
        let attribution = try dataset.load().dataset.identity.attribution
        #expect(attribution.lithuanian == "The river")
        #expect(attribution.text(in: LanguageTag.lithuanian) == nil)
        #expect(attribution.language(for: .lithuanian) == .english)
        #expect(attribution.distinct == ["The river"])
    }

    @Test("A text in the second language alone stands for the first too")
    func second() throws {
        let dataset = try #require(
            SmallDataset().replacing(#""en": "The river", "#, with: "", in: "dataset.json"))
        let attribution = try dataset.load().dataset.identity.attribution
        #expect(attribution.english == "Upė")
        #expect(attribution.language(for: .english) == .lithuanian)
        #expect(attribution.distinct == ["Upė"])
    }

    @Test(
        "A dataset may be in any languages, one or many",
        arguments: [["de"], ["he"], ["zh-Hant", "en"], ["pl", "uk", "de-x-old"], ["sr-Latn", "sr-Cyrl"]])
    func any(tags: [String]) throws {
        let identity = try SmallDataset().told(in: tags).load().dataset.identity
        #expect(identity.languages.map(\.rawValue) == tags)
        #expect(identity.title.text(in: LanguageTag(tags[0])) != nil)
    }

    @Test(
        "A tag is one of BCP 47",
        arguments: [
            ("de", true), ("zh-Hant-TW", true), ("de-1996", true), ("sl-x-old", true), ("en-u-ca-julian", true),
            ("DE", false), ("deutsch", false), ("de-", false), ("de-x", false), ("de-x-y", false), ("de_AT", false),
            ("", false),
        ])
    func tags(text: String, isTag: Bool) {
        #expect(LanguageTag.isTag(text) == isTag)
    }

    @Test("What is missing is counted for each language, with its first place")
    func missing() {
        var translations = Translations()
        let languages = LanguageTag.shipped + [polish]
        let text = { (tags: [LanguageTag], text: String) in
            LocalizedText(in: languages) { tags.contains($0) ? text : "" }
        }
        let place = { (index: Int) in Path.element(.file("events.json"), index) }
        translations.add(text(languages, "A flood"), at: place(0))
        #expect(translations.warnings(in: languages).isEmpty)
        translations.add(text(LanguageTag.shipped, "A flood"), at: place(1))
        var others = Translations()
        others.add(text([.english], "A flood"), at: place(2))
        others.add(text([polish], "A flood"), at: place(3))
        translations.add(others)
        #expect(
            translations.warnings(in: languages).map(\.description) == [
                "events.json#/3: expected the member \"en\", found none",
                "events.json#/2: expected the member \"lt\", found none; the same goes for 1 other text",
                "events.json#/1: expected the member \"pl\", found none; the same goes for 1 other text",
            ])
    }

    @Test("A text that is the same in all languages, and longer than a name, looks untranslated")
    func untranslated() {
        var translations = Translations()
        let place = Path.file("dataset.json")
        let text = { (text: String) in LocalizedText(english: text, lithuanian: text) }
        translations.add(text("How many houses stood under the water"), at: place)
        #expect(translations.isComplete)
        translations.add(text("How many of the houses stood under water?"), at: place)
        #expect(
            translations.warnings(in: LanguageTag.shipped).map(\.description) == [
                "dataset.json#: expected a different text in each language, found the same in all"
            ])
    }
}
