import Checks
import Evidence

/// A text of a record that is searched.
struct SearchedText: Hashable, Sendable {
    /// The member of the record's JSON that contains the text.
    package let member: String
    package let text: LocalizedText

    init(_ member: String, _ text: LocalizedText) {
        self.member = member
        self.text = text
    }

    /// Creates a text that is the same in all languages.
    init(_ member: String, _ text: String) {
        self.init(member, LocalizedText(text))
    }

    /// The distinct texts of all languages.
    var texts: [String] { text.distinct }
}

/// The searched texts of each kind of record. The first is the one that names the record.
extension Event {
    var searched: [SearchedText] {
        let own = [SearchedText("title", title), SearchedText("summary", summary)]
        guard hasClaims else { return own }
        return own
            + claims.flatMap { claim in
                [SearchedText("claims", claim.printed)]
                    + [claim.note, claim.citation.paraphrase].compactMap { $0.map { SearchedText("claims", $0) } }
            }
    }
}

extension Statistic {
    var searched: [SearchedText] {
        [SearchedText("title", title)] + [note].compactMap { $0.map { SearchedText("note", $0) } }
            + claims.map { SearchedText("claims", $0.figures) }
    }
}

extension Claim {
    /// The figure as printed and, if that has separators between digits, also as people type it: `58,620 = 58620`.
    fileprivate var figures: String {
        guard let numeral = quantity.point?.description, numeral != printed else { return printed }
        return printed + " = " + numeral
    }

    /// Returns the searched texts of the claim; `statistic` is the one that it answers.
    func searched(_ statistic: Statistic?) -> [SearchedText] {
        [SearchedText("title", statistic?.title ?? LocalizedText(id))]
            + [SearchedText("printed", figures)]
            + [("note", note), ("paraphrase", paraphrase)].compactMap { member, text in
                text.map { SearchedText(member, $0) }
            }
    }
}

extension Check {
    var searched: [SearchedText] {
        [SearchedText("title", relation.title)]
            + [("explanation", relation.explanation), ("question", relation.question)].compactMap { member, text in
                text.map { SearchedText(member, $0) }
            }
            + figures.map { SearchedText("claims", $0) }
    }
}

extension Check {
    /// The figures and the printed dates of the claims that take part, each once.
    private var figures: [String] { (claims.map(\.figures) + dates.map(\.printed)).uniqued() }
}

extension Vocabulary.Term {
    var searched: [SearchedText] {
        [SearchedText("label", label)] + [note].compactMap { $0.map { SearchedText("note", $0) } }
    }
}

extension Source {
    var searched: [SearchedText] {
        let others = [
            ("container-title", containerTitle), ("publisher", publisher), ("author", names(author)),
            ("editor", names(variables.names["editor"] ?? [])), ("archive", variables["archive"]),
            ("archive_location", variables["archive_location"]),
        ]
        return [SearchedText("title", title)]
            + [("translated-title", translatedTitle), ("note", note)].compactMap { member, text in
                text.map { SearchedText(member, $0) }
            }
            + others.compactMap { member, text in text.map { SearchedText(member, $0) } }
    }

    private func names(_ names: [Source.Name]) -> String? {
        names.isEmpty ? nil : names.map(\.spoken).joined(separator: ", ")
    }
}
