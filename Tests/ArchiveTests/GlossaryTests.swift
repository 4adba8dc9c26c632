import Archive
import Evidence
import TestSupport
import Testing

@Suite("A glossary")
struct GlossaryTests {
    private static func term(_ id: String, _ english: String, _ lithuanian: String, forms: [LanguageTag: [String]])
        -> Vocabulary.Term
    {
        Vocabulary.Term(
            id: id, label: LocalizedText(english: english, lithuanian: lithuanian), note: Samples.text("What it is."),
            forms: forms)
    }

    private static let terms = [
        term(
            "sluice", "Sluice", "Šliuzas",
            forms: [.english: ["sluice*"], .lithuanian: ["šliuz*"]]),
        term(
            "keeper", "Sluice keeper", "Šliuzo prižiūrėtojas",
            forms: [.english: ["sluice keeper*", "keeper of the sluice*"], .lithuanian: ["šliuz* prižiūrėtoj*"]]),
        term("tide", "Tide", "Potvynis", forms: [.english: ["high-water", "tide"], .lithuanian: ["potvyn*"]]),
        term("dam", "Dam", "", forms: [:]),
        Vocabulary.Term(id: "unexplained", label: Samples.text("river")),
    ]

    private static func found(_ text: String, _ language: LanguageTag) -> [String] {
        let glossary = Glossary(terms, in: language)
        let bytes = Array(text.utf8)
        return glossary.uses(in: text).map {
            glossary.terms[$0.term].id + ": " + String(decoding: bytes[$0.range], as: UTF8.self)
        }
    }

    @Test(
        "finds a term by its label and its forms, of which the longest counts, in whatever case",
        arguments: [
            ("The sluices were open.", ["sluice: sluices"]),
            ("SLUICE and sluicegate", ["sluice: SLUICE", "sluice: sluicegate"]),
            ("The sluice keeper shut the sluice.", ["keeper: sluice keeper", "sluice: sluice"]),
            ("Ask the keeper of the sluices!", ["keeper: keeper of the sluices"]),
            ("high-water, high water", ["tide: high-water", "tide: high water"]),
            ("A tidemark is no tide.", ["tide: tide"]),
            ("The dam, and a damned one.", ["dam: dam"]),
            ("We opened the sluice. Keepers slept.", ["sluice: sluice"]),
            ("Nobody explains a river.", []),
            ("", []),
        ])
    func english(text: String, expected: [String]) {
        #expect(Self.found(text, .english) == expected)
    }

    @Test(
        "finds words with other endings, and knows no label of another language",
        arguments: [
            ("Atidaryti visi šliuzai.", ["sluice: šliuzai"]),
            ("ŠLIUZŲ prižiūrėtojams", ["keeper: ŠLIUZŲ prižiūrėtojams"]),
            ("Po potvynio „potvyniai“ liovėsi.", ["tide: potvynio", "tide: potvyniai"]),
            ("The dam and the sluice", []),
        ])
    func lithuanian(text: String, expected: [String]) {
        #expect(Self.found(text, .lithuanian) == expected)
    }

    @Test("tells the terms of several texts, each once, in the order in which they are met")
    func order() throws {
        let texts = ["A dam without sluices.", "A sluice at high-water.", "The dam."]
        #expect(Glossary(Self.terms, in: .english).terms(in: texts).map(\.id) == ["dam", "sluice", "tide"])
        let river = try Service.snapshot.get()
        #expect(river.glossary(in: .english).terms(in: ["Barges pass."]).map(\.id) == ["barge"])
        #expect(river.glossary(in: LanguageTag("de")).isEmpty)
    }

    @Test(
        "takes any form for what it is: words",
        arguments: [
            "", " ", "*", "**", "—", "* *", "(.*)+$", "\\b[", "<b>", "\u{0}", "\u{301}",
            String(repeating: "a", count: 80), String(repeating: "a* ", count: 26),
        ])
    func hostile(form: String) {
        let glossary = Glossary(
            [Self.term("x", form, form, forms: [.english: [form, form + "*"]])], in: .english)
        for text in ["", form, form + form, "a.b", String(repeating: "a ", count: 1_000), "\u{E0001}a\u{E007F}"] {
            for use in glossary.uses(in: text) { #expect(use.range.upperBound <= text.utf8.count) }
        }
    }

    @Test("finds the last of a thousand terms that begin alike")
    func many() {
        let terms = (0..<1_000).map { number in
            Self.term("t\(number)", "Lock \(number)", "", forms: [.english: ["lock* number \(number)"]])
        }
        let glossary = Glossary(terms, in: .english)
        #expect(glossary.terms(in: ["Locks number 999, lock 7"]).map(\.id) == ["t999", "t7"])
    }
}
