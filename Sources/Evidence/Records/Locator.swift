/// A place within a source: its parts from the outer to the inner, such as chapter 3, page 212, line 4. Without parts,
/// the source's pages were not verified, and only the printed token locates the figure.
package struct Locator: Hashable, Sendable {
    /// What a part counts, from the outer to the inner: in this order are places said and written, however a file
    /// orders them. The names are those of CSL's locators, except for `leaf`, `row` and `sentence`, which CSL lacks.
    package enum Label: String, CaseIterable, Sendable {
        case volume, issue, book, part, title, act, scene, chapter, section
        case article, rule, canon, appendix, supplement
        case subVerbo = "sub-verbo"
        case opus, version, folio, leaf, page, elocation, table, figure, equation, timestamp, column, row
        case paragraph, verse, sentence, line, note

        /// Whether the values are numbers that count from 1, and not what is printed.
        package var isCounted: Bool { self == .paragraph || self == .sentence }
    }

    /// One step of the way to the place.
    package struct Part: Hashable, Sendable {
        package let label: Label
        /// The number or name as the source gives it, or a range of them: `212`, `12v–13r`.
        package let value: String

        package init(_ label: Label, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// The parts that are not counted, in the order of ``Label``.
    package let named: [Part]
    // 0 where there is none: millions of claims have a place, most of them nothing but these two.
    private let paragraphNumber, sentenceNumber: Int

    /// Creates a place. A part whose label comes again is left out, and so are `paragraph` and `sentence` among `named`,
    /// because they are counted.
    package init(paragraph: Int? = nil, sentence: Int? = nil, _ named: [Part] = []) {
        paragraphNumber = paragraph ?? 0
        sentenceNumber = sentence ?? 0
        self.named =
            named.isEmpty
            ? [] : Label.allCases.compactMap { label in named.first { $0.label == label && !label.isCounted } }
    }

    /// A sentence in a paragraph. Both numbers count from 1; sentences are numbered within their paragraph.
    package static func sentence(paragraph: Int, sentence: Int) -> Locator {
        Locator(paragraph: paragraph, sentence: sentence)
    }

    /// An article of a legal instrument, by the number that the instrument gives it.
    package static func article(_ number: String) -> Locator { Locator([Part(.article, number)]) }

    /// No place: the source's pages were not verified, and only the printed token locates the figure.
    package static let printedToken = Locator()

    package var paragraph: Int? { paragraphNumber == 0 ? nil : paragraphNumber }

    package var sentence: Int? { sentenceNumber == 0 ? nil : sentenceNumber }

    package var article: String? { self[.article] }

    /// Returns the value of a part as text; nil if the place has no such part.
    package subscript(label: Label) -> String? {
        switch label {
        case .paragraph: paragraph.map { "\($0)" }
        case .sentence: sentence.map { "\($0)" }
        default: named.first { $0.label == label }?.value
        }
    }

    /// All parts, from the outer to the inner.
    package var parts: [Part] {
        Label.allCases.compactMap { label in self[label].map { Part(label, $0) } }
    }

    package var isEmpty: Bool { paragraphNumber == 0 && sentenceNumber == 0 && named.isEmpty }
}

extension Locator.Label {
    /// The most characters that a value has.
    package static let longestValue = 40

    /// The label among those of CSL's locators; the nearest one for a row and a leaf.
    package var csl: String {
        switch self {
        case .article: "article-locator"
        case .title: "title-locator"
        case .leaf: "folio"
        case .row, .sentence: "line"
        default: rawValue
        }
    }
}
