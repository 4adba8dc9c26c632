package import Evidence

/// Everything that the program says in one language, and how the language writes numbers and dates: one file of it,
/// `lt.json`. `Catalogue` reads all of them.
package final class Words: Sendable {
    /// The language of the words.
    package let tag: LanguageTag
    /// What the language calls itself.
    package let name: String
    /// As Open Graph has it: `lt_LT`.
    package let locale: String
    package let numbers: NumberForms
    /// Before and after a quotation.
    package let quotation: [String]
    package let plurals: PluralRules
    package let dates: DateForms
    /// By the place of each `LabelKind`, then by the raw value of what is labelled.
    package let labels: [[String: String]]
    package let columns: [String: String]
    /// By their keys.
    package let texts: [String: String]
    /// The forms of nouns behind numbers, by their keys.
    package let nouns: [String: [PluralRules.Category: String]]
    /// The texts of each `Word`, by its place.
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

    /// Whether they are in the language in which the program gives its messages.
    package var isOfProgram: Bool { tag == .program }

    /// Whether there is a text of that key.
    package func has(_ key: String) -> Bool { texts[key] != nil }

    /// The text of that key, as templates name it; the key itself where there is none, which a test rules out.
    package subscript(key: String) -> String { texts[key] ?? key }

    package subscript(word: Word) -> String { own[word.rawValue] }

    /// What people call a column of that key; the key where it has no name.
    package func column(_ key: String) -> String { columns[key] ?? key }

    func label(_ kind: LabelKind, _ value: String) -> String { labels[kind.rawValue][value] ?? value }

    /// The text with each `{name}` in it filled.
    package func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        Words.fill(self[key], values)
    }

    package func fill(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
        Words.fill(self[word], values)
    }

    /// A number with its noun in the form that goes with it.
    package func count(_ key: String, _ number: Int) -> String {
        let forms = nouns[key] ?? [:]
        let form = forms[plurals.category(of: number)] ?? forms[.other] ?? key
        return numbers.text(of: Number(Int64(number))) + "\u{A0}" + form
    }

    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var rest = Substring(text)
        var filled = ""
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: start)..<end]
            filled += rest[..<start]
            filled += values.first { $0.key == name }?.value ?? String(rest[start...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        return filled + rest
    }
}
