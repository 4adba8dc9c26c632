import Evidence
import Foundations
import Testing

@testable import Archive

@Suite("A word finds its other forms")
struct WordFormsTests {
    private static let texts = [
        "Paskelbtas šaukimas", "Šaukimo vengę vyrai", "dezertyrų skaičius", "The call-up of 1944",
        "Forced mobilisation",
        "Mobilised men", "Deserters", "Two cities", "Нет", "He did it",
    ]

    private let index = WordIndex(count: texts.count, in: ["en", "lt", "xx", "zxx-Latn"].map { LanguageTag($0) }) {
        [texts[$0]]
    }

    @Test(
        "in any language of the dataset, with and without diacritics, and spelt with an s for a z",
        arguments: [
            ("šaukimų", [0, 1]), ("saukimai", [0, 1]), ("ŠAUKIMAS vyras", [1]), ("dezertyras", [2]),
            ("mobilization", [4, 5]), ("mobilizing", [4, 5]), ("mobilise", [4, 5]), ("deserter", [6]),
            ("deserted", [6]),
            ("city", [7]), ("men mobilized", [5]),
        ])
    func finds(text: String, expected: [Int]) {
        #expect(index.matches(text)?.positions == expected)
    }

    @Test(
        "but no other words",
        arguments: [
            "šaukštas", "died", "mobile phone", "a", "is", "iz", "1945", "194", String(repeating: "a", count: 10_000),
        ])
    func findsNot(text: String) {
        #expect(
            (index.matches(text)?.positions ?? []).allSatisfy { WordFormsTests.texts[$0].lowercased().contains(text) })
    }

    @Test("and costs no more than its bound, however many words begin alike")
    func isBounded() {
        let words = (0..<5_000).map { "mobilis\($0)" }
        let many = WordIndex(count: words.count, in: [LanguageTag("en")]) { [words[$0]] }
        var forms = WordForms(in: many.languages)
        #expect(forms.forms(of: "mobilisation", in: [many]).isEmpty)
        let few = WordIndex(count: 1, in: [LanguageTag("en")]) { _ in
            [(0..<500).map { "word\($0 % 2 == 0 ? "s" : "")" }.joined(separator: " ")]
        }
        #expect(forms.forms(of: "word", in: [few]) == ["words"])
    }
}

@Suite("A search in words")
struct SearchedFormsTests {
    @Test("finds other forms of a word, unless it is quoted")
    func quoted() throws {
        let index = WordIndex(count: 1, in: [LanguageTag("en")]) { _ in ["cities"] }
        let forms = { (text: String) throws(SearchQueryError) in
            try SearchQuery(text).widened(by: [index], in: [LanguageTag("en")]).terms.map(\.forms)
        }
        #expect(try forms("city walls") == [["cities"], []])
        #expect(try forms("\"city\" walls") == [[], []])
        #expect(try SearchQuery("city walls").digest.value != SearchQuery("\"city\" walls").digest.value)
    }
}
