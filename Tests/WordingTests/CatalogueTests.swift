import Checks
import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@Suite("The catalogue of words")
struct CatalogueTests {
    /// A folder with the words that ship, some of them changed.
    private struct Folder: ~Copyable {
        let url = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString)")

        init() throws { try FileManager.default.copyItem(at: Catalogue.folder, to: url) }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }

        func read(_ name: String) throws -> String {
            try String(contentsOf: url.appending(path: name), encoding: .utf8)
        }
    }

    @Test("Every language has every word and no other, with the same places to be filled")
    func complete() throws {
        let english = Language.english.words
        let places = { (text: String) in Set(text.matches(of: /\{[a-zA-Z]+\}/).map { String($0.output) }) }
        #expect(Catalogue.withHebrew.all.map(\.tag.rawValue) == ["de", "en", "he", "lt", "pl"])
        for words in Catalogue.withHebrew.all {
            let name = words.tag.rawValue
            // Read without the fallback.
            let folder = name == "he" ? Catalogue.further : Catalogue.folder
            let file = try Data(contentsOf: folder.appending(path: name + ".json"))
            let json = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
            let own = try #require(json["words"] as? [String: Any])
            #expect(Set(own.keys) == Set(english.texts.keys).union(english.nouns.keys), "\(name)")
            #expect((json["columns"] as? [String: String]).map { Set($0.keys) } == Set(english.columns.keys), "\(name)")
            let labels = try #require(json["labels"] as? [String: [String: String]])
            #expect(Set(labels.keys) == Set(LabelKind.allCases.map { "\($0)" }), "\(name)")
            for kind in LabelKind.allCases {
                #expect(labels["\(kind)"].map { Set($0.keys) } == Set(english.labels[kind.rawValue].keys), "\(kind)")
            }
            for (key, text) in words.texts {
                let other = english.texts[key] ?? ""
                // What has a text for each number need not write the number.
                let implied: Set = text.contains("|") || other.contains("|") ? ["{number}"] : []
                #expect(
                    !text.isEmpty && places(text).subtracting(implied) == places(other).subtracting(implied),
                    "\(name): \(key)")
            }
            for kind in [LabelKind.locator, .locators] {
                #expect(words.labels[kind.rawValue].values.allSatisfy { $0.contains("{n}") }, "\(name)")
            }
            #expect(words.labels[LabelKind.unknown.rawValue].values.allSatisfy { $0.contains("{id}") }, "\(name)")
            // Fractions have the form “other” where no whole number has.
            let categories = Set((0...200).map(words.plurals.category)).union([.other])
            for (key, forms) in words.nouns { #expect(Set(forms.keys) == categories, "\(name): \(key)") }
        }
    }

    @Test("Every value of the model has a label")
    func labels() {
        let values: [any Labelled] =
            Verdict.allCases as [any Labelled] + Reading.Label.allCases + Discrepancy.Kind.allCases
            + Relation.Kind.allCases + Claim.Attribution.allCases + Claim.Rank.allCases + Qualifier.allCases
            + Source.Independence.allCases + Lineage.Bond.allCases
        for value in values {
            for language in Language.shipped {
                let known = language.words.labels[type(of: value).labels.rawValue]
                #expect(known["\(value.rawValue)"]?.isEmpty == false, "\(value)")
            }
        }
    }

    @Test("A further language needs a file and nothing else; what it lacks is English")
    func further() throws {
        let folder = try Folder()
        let text = try folder.read("lt.json").replacing("\"yes\": \"taip\"", with: "\"yes\": \"tak\"")
            .replacing("    \"no\": \"ne\",\n", with: "")
        try folder.write("hsb.json", text)
        let catalogue = try Catalogue(in: folder.url)
        #expect(catalogue.all.map(\.tag.rawValue) == ["de", "en", "hsb", "lt", "pl"])
        let sorbian = catalogue.language(LanguageTag("hsb"))
        #expect(sorbian.format(true) == "tak")
        #expect(sorbian.format(false) == "no")
    }

    @Test(
        "A language without words of its own has those that its tag begins with, else English",
        arguments: [
            ("lt", "taip"), ("lt-LT", "taip"), ("de-AT", "ja"), ("fr", "yes"), ("sr-Latn", "yes"), ("en-GB", "yes"),
        ])
    func fallback(tag: String, yes: String) {
        let language = Catalogue.shipped.language(LanguageTag(tag))
        #expect(language.tag.rawValue == tag)
        #expect(language.format(true) == yes)
    }

    @Test(
        "What is wrong in a file is told with its place",
        arguments: [
            ("\"decimal\": \",\"", "\"decimal\": 1", "words/lt.json#/numbers/decimal: expected a text, found 1"),
            (
                "\"decimal\": \",\"", "\"decimal\": \",\", \"minimumGroupingDigits\": \"9223372036854775807\"",
                "words/lt.json#/numbers/minimumGroupingDigits: expected a text with a number from 1 to 9, found "
                    + "\"9223372036854775807\""
            ),
            (
                "\"one\": \"n % 10", "\"one\": \"n / 10",
                "words/lt.json#/plurals/one: expected a condition as CLDR writes it, by the name of its form, "
                    + "found “n / 10 = 1 and n % 100 != 11..19”"
            ),
            ("\"sausio\", ", "", "words/lt.json#/dates/months: expected 12 texts, found 11"),
            (
                "\"{year} m.\"", "\"{era}\"",
                "words/lt.json#/dates/year: expected a date with parts as {day}, {month}, {season}, {year}, {last}, {lastDay}, {lastMonth}, "
                    + "found “{era}”"
            ),
            (
                "\"one\": \"teiginys\"", "\"uno\": \"teiginys\"",
                "words/lt.json#/words/countClaims/uno: expected a text by the name of a plural form, found \"teiginys\""
            ),
            (
                "\"/healthz\": \"Ar procesas atsako.\"", "\"/healthz\": 1",
                "words/lt.json#/labels/path/~1healthz: expected a text, found 1"
            ),
            (
                "\"search\": \"Paieška\",\n    \"searchF", "\"search\": [],\n    \"searchF",
                "words/lt.json#/words/search: expected a text, or the forms of a noun, found an empty array"
            ),
        ])
    func faults(part: String, replacement: String, told: String) throws {
        let folder = try Folder()
        let text = try folder.read("lt.json")
        #expect(text.contains(part))
        try folder.write("lt.json", text.replacing(part, with: replacement, maxReplacements: 1))
        let error = #expect(throws: WordsError.self) { try Catalogue(in: folder.url) }
        #expect(error?.description == told)
    }

    @Test("Words in a further folder come before those that the program has, and a folder without any is a fault")
    func more() throws {
        let folder = try Folder()
        try folder.write("lt.json", folder.read("lt.json").replacing("\"yes\": \"taip\"", with: "\"yes\": \"jo\""))
        let catalogue = try Catalogue(in: Catalogue.folder, more: folder.url)
        #expect(catalogue.language(.lithuanian).format(true) == "jo")
        let nowhere = FileManager.default.temporaryDirectory.appending(path: "no-words")
        let error = #expect(throws: WordsError.self) { try Catalogue(in: Catalogue.folder, more: nowhere) }
        #expect(error?.description == "\(nowhere.path)#: expected files of words such as pl.json, found none")
    }

    @Test("There are no words without English")
    func nothing() {
        let error = #expect(throws: WordsError.self) {
            try Catalogue(in: FileManager.default.temporaryDirectory.appending(path: "no-words"))
        }
        #expect(error?.description.hasPrefix("words/en.json#: expected a file") == true)
    }
}
