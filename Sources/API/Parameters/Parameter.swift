import Checks
import Archive
import Evidence
import Foundations
import Problems
package import Rendering
package import Wording

/// A query parameter that a route knows. It is a class, so that all requests share it without copying.
package final class Parameter: Sendable {
    package let name: String
    /// The key of the sentence that says what the parameter does: its name, unless another one has that.
    private let key: String
    package let values: Values
    /// Whether several values are alternatives; otherwise a second one is refused.
    package let repeats: Bool
    /// The formats in which it has a meaning; empty for all.
    package let formats: [Format]
    /// Whether the route requires it.
    package let isRequired: Bool
    /// An example, if not every value gives a result.
    package let example: String?
    /// Why nobody should begin to use it; nil for all that is here to stay.
    package let deprecation: Deprecation?
    /// Whether a table validates its values and suggests the closest.
    let isFilter: Bool
    /// The accepted values, as a list or described.
    let accepts: Accepted
    /// The accepted values, for suggestions.
    let spellings: Spellings

    /// The kinds of values of a parameter.
    package enum Values: Sendable, Equatable {
        case oneOf([String])
        /// Several of these in a single value, separated by commas.
        case listOf([String])
        case wholeNumber(ClosedRange<Int>)
        /// One of these ids, of which there are too many to list.
        case id([String])
        /// A cursor from a page of the same list.
        case cursor
        /// An EDTF date or interval, such as these.
        case date(examples: [String])
        /// A JSON number.
        case number
        /// Words to search for.
        case words
        /// A path of this site.
        case path
    }

    /// The largest page that the parameter allows, if it sets the size of pages.
    var largestPage: Int? {
        if case .wholeNumber(let range) = values, name == Parameter.limit.name { range.upperBound } else { nil }
    }

    /// Returns what the parameter does, in one sentence.
    package func about(in language: Language) -> String {
        Phrase.label(.parameter, key)[language] + (deprecation?.words(in: language) ?? "")
    }

    /// Whether it has a meaning in a format.
    func isMeant(in format: Format) -> Bool { formats.isEmpty || formats.contains(format) }

    /// The name of ``lang(among:)``.
    package static let lang = "lang"

    /// Returns the parameter that chooses one of the dataset's languages.
    package static func lang(among languages: [Language]) -> Parameter {
        Parameter(name: lang, .oneOf(languages.map(\.rawValue)))
    }

    package static let pretty = Parameter(name: "pretty", .oneOf(["true", "false"]), formats: Format.prettified)
    static let dialect = Parameter(
        name: "dialect", .oneOf(Dialect.allCases.map(\.rawValue)), formats: [.csv])
    package static let limit = Parameter(name: "limit", .wholeNumber(Page.limits))
    package static let cursor = Parameter(name: "cursor", .cursor)

    /// Returns the parameters of what is supposed: claims and relations of the dataset that are given up, and relations marked as not
    /// comparable that are taken as if they held.
    static func suppositions(of dataset: Dataset) -> [Parameter] {
        let claims = dataset.statistics.lazy.flatMap(\.claims).map(\.id)
        let marked = dataset.relations.filter { $0.comparability != nil }.map(\.id)
        let without = Parameter(
            name: Supposition.withoutName, .id(claims + dataset.relations.map(\.id)), repeats: true)
        return [without] + (marked.isEmpty ? [] : [Parameter(name: Supposition.assumeName, .id(marked), repeats: true)])
    }

    /// Returns the parameter for the members that each record is to have.
    static func fields(_ members: [String]) -> Parameter {
        Parameter(name: "fields", .listOf(members), repeats: true, formats: Format.tabular)
    }

    static func sort(_ keys: [String]) -> Parameter {
        Parameter(name: "sort", .oneOf(keys + keys.map { "-" + $0 }))
    }

    /// Returns the parameter for the filters by which a list can be counted.
    static func facets(_ names: [String]) -> Parameter {
        Parameter(name: "facets", .listOf(names), repeats: true, formats: [.json])
    }

    /// Returns the parameter that decides whose figure is used where a single number is needed.
    static func viewpoint(_ dataset: Dataset) -> Parameter {
        Parameter(name: "viewpoint", .oneOf(Viewpoint.names(in: dataset)), formats: Format.tabular)
    }

    package init(
        name: String, key: String? = nil, _ values: Values, repeats: Bool = false, formats: [Format] = [],
        isRequired: Bool = false, isFilter: Bool = false, example: String? = nil,
        deprecation: Deprecation? = nil
    ) {
        self.name = name
        self.key = key ?? name
        self.values = values
        self.repeats = repeats
        self.formats = formats
        self.isRequired = isRequired
        self.isFilter = isFilter
        self.example = example
        self.deprecation = deprecation
        accepts = values.accepted
        if case .id(let ids) = values { spellings = Spellings(ids) } else { spellings = Spellings(accepts.values) }
    }

    /// Creates the parameter of a filter; `dates` are examples of dates.
    convenience init(_ filter: Filter, dates: [String]) {
        self.init(name: filter.name, Values(filter.accepts, dates: dates), repeats: true, isFilter: true)
    }
}

extension Parameter.Values {
    /// Whether they are ids of records of several kinds.
    package var isOfIDs: Bool { if case .id = self { true } else { false } }

    fileprivate var accepted: Accepted {
        switch self {
        case .oneOf(let words), .listOf(let words): .values(words)
        case .wholeNumber(let range):
            .described(Sentence(.acceptsWhole, ["low": "\(range.lowerBound)", "high": "\(range.upperBound)"]))
        case .id: .described(Sentence(.acceptsID))
        case .cursor: .described(Sentence(.acceptsCursor))
        case .date(let examples):
            .described(
                examples.count < 2
                    ? Sentence(.acceptsDate, ["date": examples.first ?? "2001-02-03"])
                    : Sentence(.acceptsDates, ["date": examples[0], "other": examples[1]]))
        case .number: .described(Sentence(.acceptsNumber))
        case .words: .described(Sentence(.acceptsWords))
        case .path: .values(["/", APIPath.root])
        }
    }

    init(_ accepted: Filter.Accepted, dates: [String]) {
        switch accepted {
        case .oneOf(let words): self = .oneOf(words)
        case .boolean: self = .oneOf(["true", "false"])
        case .date: self = .date(examples: dates)
        case .number: self = .number
        case .text: self = .words
        }
    }
}
