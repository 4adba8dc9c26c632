package import Evidence

/// The terms of a dataset as they are found in texts of one language.
///
/// ```swift
/// let explained = snapshot.glossary(in: language.tag).terms(in: [explanation, question])
/// ```
package struct Glossary: Sendable {
    /// A place in a text where a term stands.
    package struct Use: Hashable, Sendable {
        /// The position in ``Glossary/terms``.
        package let term: Int
        /// The range in the text in bytes of UTF-8.
        package let range: Range<Int>
    }

    /// The terms that are explained, in the order of the dataset.
    package let terms: [Vocabulary.Term]
    /// The forms by their first word, those with more words first.
    private let whole: [[UInt8]: [TermForm]]
    /// The same of forms whose first word is the beginning of one.
    private let beginning: [[UInt8]: [TermForm]]
    /// The lengths of those beginnings, in bytes.
    private let lengths: [Int]

    /// Creates a glossary from terms that have a note: by their labels and their forms in a language.
    package init(_ terms: [Vocabulary.Term], in language: LanguageTag) {
        self.terms = terms
        var (whole, beginning): ([[UInt8]: [TermForm]], [[UInt8]: [TermForm]]) = ([:], [:])
        for (position, term) in terms.enumerated() where term.note != nil {
            let texts = [term.label.text(in: language)].compactMap { $0 } + (term.forms[language] ?? [])
            for form in texts.compactMap({ TermForm($0, of: position) }) {
                if form.first.isBeginning {
                    beginning[form.first.bytes, default: []].append(form)
                } else {
                    whole[form.first.bytes, default: []].append(form)
                }
            }
        }
        // A stable order: of forms with as many words, that of the dataset decides.
        let sorted = { (forms: [TermForm]) in
            forms.enumerated().sorted {
                ($1.element.words, $0.offset) < ($0.element.words, $1.offset)
            }.map(\.element)
        }
        self.whole = whole.mapValues(sorted)
        self.beginning = beginning.mapValues(sorted)
        lengths = Set(beginning.keys.map(\.count)).sorted(by: >)
    }

    /// Whether there is nothing to be found.
    package var isEmpty: Bool { whole.isEmpty && beginning.isEmpty }

    /// Returns where terms stand in a text, in order and apart: of forms that begin at one word, the one with the most words.
    package func uses(in text: String) -> [Use] {
        guard !isEmpty else { return [] }
        let words = TermWord.all(in: text)
        var uses: [Use] = []
        var place = 0
        while place < words.count {
            guard let form = form(at: place, of: words) else {
                place += 1
                continue
            }
            let end = place + form.words
            uses.append(Use(term: form.term, range: words[place].range.lowerBound..<words[end - 1].range.upperBound))
            place = end
        }
        return uses
    }

    /// Returns the terms that stand in texts, each once, in the order in which a reader meets them.
    package func terms(in texts: some Sequence<String>) -> [Vocabulary.Term] {
        var seen: Set<Int> = []
        return texts.flatMap(uses).compactMap { seen.insert($0.term).inserted ? terms[$0.term] : nil }
    }

    private func form(at place: Int, of words: [TermWord]) -> TermForm? {
        let first = words[place].bytes
        var best = whole[first]?.first { $0.continues(at: place, of: words) }
        for length in lengths where length <= first.count {
            let found = beginning[Array(first[..<length])]?.first { $0.continues(at: place, of: words) }
            if let found, found.words > best?.words ?? 0 { best = found }
        }
        return best
    }
}
