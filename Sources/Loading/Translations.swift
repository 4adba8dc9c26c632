import Evidence

/// What the texts of a dataset lack in its languages. It is counted and not listed, since a translation that has just
/// begun lacks nearly everything.
struct Translations: Sendable {
    /// Texts with the same shortcoming: their number, and where the first of them is.
    private struct Lack: Sendable {
        var count = 0
        var first: Path?

        mutating func add(_ path: @autoclosure () -> Path) {
            count += 1
            if first == nil { first = path() }
        }

        mutating func add(_ other: Lack) {
            count += other.count
            if first == nil { first = other.first }
        }

        /// Returns what was found at the first place, and how many others are like it.
        func found(_ first: String) -> String {
            guard count > 1 else { return first }
            return "\(first); the same goes for \((count - 1).grouped) other \(count == 2 ? "text" : "texts")"
        }
    }

    /// The number of words from which equal texts in several languages are hardly names or terms.
    private static let fewestWords = 8

    /// The texts that are missing, by the place of the language in the dataset.
    private var missing: [Lack] = []
    /// The texts that are the same in all languages that they are in.
    private var repeated = Lack()

    /// Whether nothing is lacking.
    var isComplete: Bool { missing.allSatisfy { $0.count == 0 } && repeated.count == 0 }

    /// Counts what a text lacks in the languages of its dataset.
    mutating func add(_ text: LocalizedText, at path: @autoclosure () -> Path) {
        let count = text.languages.count
        guard count > 1 else { return }
        if missing.count < count { missing += Array(repeating: Lack(), count: count - missing.count) }
        var lacking = 0
        for place in text.languages.indices where !text.isPresent(at: place) {
            missing[place].add(path())
            lacking += 1
        }
        let distinct = text.distinct
        if count > lacking + 1, distinct.count == 1,
            distinct[0].split(separator: " ").count >= Translations.fewestWords
        {
            repeated.add(path())
        }
    }

    /// Adds what later texts lack.
    mutating func add(_ other: Translations) {
        let more = other.missing.count - missing.count
        if more > 0 { missing += Array(repeating: Lack(), count: more) }
        for (place, lack) in other.missing.enumerated() { missing[place].add(lack) }
        repeated.add(other.repeated)
    }

    /// Returns one warning for each of the languages that lacks texts, and one for texts that look untranslated.
    func warnings(in languages: [LanguageTag]) -> [DatasetProblem] {
        let lacks = zip(languages, missing).filter { $1.count > 0 }.map { language, lack in
            (lack, "the member \"\(language.rawValue)\"", lack.found("none"))
        }
        let same =
            repeated.count == 0
            ? [] : [(repeated, "a different text in each language", repeated.found("the same in all"))]
        return (lacks + same).compactMap { lack, expected, found in
            lack.first.map {
                DatasetProblem(
                    file: $0.file, pointer: $0.pointer, kind: .warning, expected: expected, found: found)
            }
        }
    }
}
