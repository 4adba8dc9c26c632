package import Evidence

/// Everything that the program says in one language, and how the language writes numbers and dates: the contents of one
/// file, such as `lt.json`. `Catalogue` reads all of them.
package final class Words: Sendable {
    /// The language of the words.
    package let tag: LanguageTag
    /// The name of the language in that language itself.
    package let name: String
    /// The locale in the form of Open Graph: `lt_LT`.
    package let locale: String
    package let numbers: NumberForms
    /// The marks before and after a quotation.
    package let quotation: [String]
    package let plurals: PluralRules
    package let dates: DateForms
    /// The labels, by the position of each `LabelKind`, then by the raw value of what is labelled.
    package let labels: [[String: String]]
    package let columns: [String: String]
    /// The texts, by their keys.
    package let texts: [String: String]
    /// The forms of nouns after numbers, by their keys.
    package let nouns: [String: [PluralRules.Category: String]]
    /// The text of each `Word`, by its position.
    private let own: [String]

    package init(
        _ tag: LanguageTag, name: String, locale: String, numbers: NumberForms, quotation: [String],
        plurals: PluralRules, dates: DateForms, labels: [[String: String]], columns: [String: String],
        texts: [String: String], nouns: [String: [PluralRules.Category: String]]
    ) {
        self.tag = tag
        self.name = name
        self.locale = locale
        self.numbers = numbers
        self.quotation = quotation
        self.plurals = plurals
        self.dates = dates
        self.labels = labels
        self.columns = columns
        self.texts = texts
        self.nouns = nouns
        own = Word.allCases.map { texts[$0.key] ?? $0.key }
    }

    /// Whether there is a text with that key.
    package func has(_ key: String) -> Bool { texts[key] != nil }

    /// Returns the text with a key, as used in templates; if there is none, which a test rules out, the key itself.
    package subscript(key: String) -> String { texts[key] ?? key }

    package subscript(word: Word) -> String { own[word.rawValue] }

    /// Returns the name of a column for people; its key if it has no name.
    package func column(_ key: String) -> String { columns[key] ?? key }

    func label(_ kind: LabelKind, _ value: String) -> String { labels[kind.rawValue][value] ?? value }

    /// Returns a part of a place in a source: `p. 212`.
    func locator(_ label: String, _ value: String, isSeveral: Bool) -> String {
        let several = isSeveral ? labels[LabelKind.locators.rawValue][label] : nil
        return Words.fill(several ?? self.label(.locator, label), ["n": value])
    }

    /// Returns the text with each `{name}` in it replaced by its value.
    package func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        Words.fill(self[key], values)
    }

    package func fill(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
        Words.fill(self[word], values)
    }

    /// Returns a number followed by its noun in the matching plural form.
    package func count(_ key: String, _ number: Int) -> String {
        let forms = nouns[key] ?? [:]
        let form = forms[plurals.category(of: number)] ?? forms[.other] ?? key
        return numbers.text(of: Number(Int64(number))) + "\u{A0}" + form
    }

    /// Returns a text with each `{name}` in it replaced by its value, in time proportional to the length of the result. A full
    /// stop after one is left out where that ends in an abbreviation's.
    static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var rest = Substring(text)
        var filled = ""
        filled.reserveCapacity(values.reduce(text.utf8.count) { $0 + $1.value.utf8.count })
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: start)..<end]
            filled += rest[..<start]
            rest = rest[rest.utf8.index(after: end)...]
            if let value = values.first(where: { $0.key == name })?.value {
                filled += value
                if value.endsInFullStop, rest.first == "." { rest = rest.dropFirst() }
            } else {
                filled += "{" + name + "}"
            }
        }
        filled += rest
        return filled
    }
}
