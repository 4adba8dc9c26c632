import Foundation
package import Wording

/// What the program says in English and does not say in another language: none of it may be in what is told in that one.
package struct EnglishPhrases {
    private let sought: [(phrase: String, words: Set<Substring>)]

    /// With `areNames`, single words in lower case are left out: they are names of values, too, which are the same in every
    /// language.
    package init(unlike words: Words, areNames: Bool = false) {
        let own = words.phrases.joined(separator: " ")
        // The name by which English can be chosen is the same in every language.
        let english = Set(Language.english.words.phrases).subtracting(words.phrases + [Language.english.name])
        sought = english.filter { phrase in
            phrase.count(where: \.isLetter) > 3 && !own.contains(phrase)
                && (!areNames || phrase.contains(" ") || phrase.first?.isUppercase == true)
        }.map { ($0, $0.wordSet) }
    }

    /// Returns those that stand in a text with no letter on either side.
    package func found(in text: String) -> [String] {
        let there = text.wordSet
        return sought.filter { $0.words.isSubset(of: there) && text.hasPhrase($0.phrase) }.map(\.phrase).sorted()
    }
}

extension Words {
    /// Everything that the program says, in pieces between places to be filled.
    fileprivate var phrases: [String] {
        var all = Array(texts.values)
        for forms in nouns.values { all += forms.values }
        for group in labels { all += group.values }
        all += columns.values
        return all.flatMap { $0.split(separator: /\{[a-zA-Z]+\}/) }.map {
            $0.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
        }
    }
}

extension String {
    /// What readers of a page see or hear: its text, and the attributes that are read out; nothing that is said to be English.
    package var shownText: String {
        let spoken = matches(of: /(?:aria-label|placeholder|alt|title|content)="([^"]*)"/).map { String($0.1) }
        let text = replacing(/<(script|style|pre|code|textarea|head)\b.*?<\/\1>/.dotMatchesNewlines(), with: " ")
            .replacing(/<(\w+)[^>]* lang="en" dir="ltr">[^<]*<\/\1>/, with: " ").replacing(/<[^>]*>/, with: " ")
        // Addresses are the same in every language.
        return (text + " " + spoken.joined(separator: " ")).replacing(/(?:https?:\/)?\/[^\s<"]*/, with: " ")
    }

    fileprivate var wordSet: Set<Substring> { Set(split { !$0.isLetter }) }

    /// Whether a phrase stands in the text with no letter on either side of it.
    fileprivate func hasPhrase(_ phrase: String) -> Bool {
        var rest = self[...]
        while let range = rest.range(of: phrase) {
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            let after = range.upperBound < endIndex ? self[range.upperBound] : " "
            if !before.isLetter, !after.isLetter { return true }
            rest = self[range.upperBound...]
        }
        return false
    }
}
