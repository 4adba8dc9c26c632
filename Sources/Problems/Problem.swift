package import HTTPCore
package import Wording

/// What is wrong with a request, in no language yet: whoever finds it need not know who will read it.
package struct Problem: Sendable, Error {
    /// One thing that is wrong with a request.
    package struct Violation: Sendable, Equatable {
        /// The query parameter at fault, if it is one.
        package let parameter: String?
        /// What is wrong, and what was probably meant: sentences that follow each other.
        package let detail: [Sentence]
        package var accepts: Accepted

        /// Creates a violation.
        package init(parameter: String? = nil, _ detail: [Sentence], accepts: Accepted = .nothing) {
            self.parameter = parameter
            self.detail = detail
            self.accepts = accepts
        }
    }

    /// What there is instead, with the sentence that names its path, and what a link to it says. A reference, since most
    /// problems have none and are handed on all the same.
    package final class Lead: Sendable {
        package let path: String
        let sentence: Sentence
        package let label: Sentence

        package init(to path: String, _ sentence: Sentence, label: Sentence) {
            self.path = path
            self.sentence = sentence
            self.label = label
        }
    }

    /// The status of the response, for which there is a label: see `LabelKind.status`.
    package let status: Status
    /// What is wrong: sentences that follow each other. If there are none, the first violation says it.
    package let detail: [Sentence]
    /// Where to look instead; nil if nobody can tell.
    package var lead: Lead?
    /// All violations found, not only the first.
    package var errors: [Violation] = []
    /// Fields to send besides those of every response, such as `Allow` or `Retry-After`.
    package var fields = Fields()

    /// Creates a problem.
    package init(_ status: Status, _ detail: Sentence..., errors: [Violation] = []) {
        self.init(status, detail: detail, errors: errors)
    }

    private init(_ status: Status, detail: [Sentence], errors: [Violation]) {
        self.status = status
        self.detail = detail
        self.errors = errors
    }

    /// Returns a 404 that says what is not there, what was probably meant, and where to look.
    package static func notFound(_ sentence: Sentence, nearest: String? = nil, see: Sentence? = nil) -> Problem {
        var detail = sentence.asking(nearest)
        if let see { detail.append(see) }
        return Problem(.notFound, detail: detail, errors: [])
    }

    /// Returns what is wrong in words, without where to look instead.
    package func text(in language: Language) -> String { detail[language] }

    /// The `Cache-Control` of a 404 for a record: soon there may be one.
    private static let ofRecord = "max-age=60"

    /// Returns a 404 for an id that nothing in a list has. `list` is the name of the list, for which there is a label (see
    /// `LabelKind.unknown`); `path` is where it can be read, where the request does not show it.
    package static func unknown(
        _ id: String, among list: String, nearest: String?, path: String? = nil
    ) -> Problem {
        var problem = notFound(
            Sentence(.label(.unknown, list), ["id": id]), nearest: nearest,
            see: path.map { Sentence(.problemList, ["path": $0]) })
        problem.fields.append(.cacheControl, Problem.ofRecord)
        return problem
    }
}

extension Sentence {
    /// Returns the sentence, followed by the question whether this was meant; alone for nil.
    package func asking(_ meant: String?) -> [Sentence] {
        if let meant { [self, Sentence(.problemMeant, ["meant": meant])] } else { [self] }
    }

    /// Returns the sentence on a number beyond those that a parameter takes.
    package static func outside(_ range: ClosedRange<Int>, _ number: Int) -> Sentence {
        Sentence(
            .problemLimit, ["limit": "\(number)", "low": "\(range.lowerBound)", "high": "\(range.upperBound)"])
    }
}

extension [Sentence] {
    /// Returns the sentences in a language, one after another.
    subscript(language: Language) -> String {
        count == 1 ? self[0][language] : map { $0[language] }.joined(separator: " ")
    }
}
