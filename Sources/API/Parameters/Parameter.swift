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
    /// What the parameter does, in one sentence.
    let about: String
    let values: Values
    /// Whether several values are alternatives; otherwise a second one is refused.
    let repeats: Bool
    /// The formats in which it has a meaning; empty for all.
    let formats: [Format]
    /// Whether the route requires it.
    let isRequired: Bool
    /// An example, if not every value gives a result.
    let example: String?
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
        /// A cursor from a page of the same list.
        case cursor
        /// An EDTF date or interval, such as these.
        case date(examples: [String])
        /// A JSON number.
        case number
        /// Words to search for.
        case words
    }

    /// The largest page that the parameter allows, if it sets the size of pages.
    var largestPage: Int? {
        if case .wholeNumber(let range) = values, name == Parameter.limit.name { range.upperBound } else { nil }
    }

    /// Whether it has a meaning in a format.
    func isMeant(in format: Format) -> Bool { formats.isEmpty || formats.contains(format) }

    /// The name of ``lang(among:)``.
    package static let lang = "lang"

    /// Returns the parameter that chooses one of the dataset's languages.
    package static func lang(among languages: [Language]) -> Parameter {
        Parameter(
            name: lang, about: "The language of titles and other texts, whatever Accept-Language says.",
            .oneOf(languages.map(\.rawValue)))
    }

    static let pretty = Parameter(
        name: "pretty", about: "Whether the JSON has lines and spaces for people.", .oneOf(["true", "false"]),
        formats: Format.prettified)
    static let dialect = Parameter(
        name: "dialect",
        about: "How the CSV is written: by RFC 4180, or for spreadsheets of locales with a decimal comma.",
        .oneOf(Dialect.allCases.map(\.rawValue)), formats: [.csv])
    package static let limit = Parameter(
        name: "limit", about: "How many records a page has at most.", .wholeNumber(Page.limits))
    package static let cursor = Parameter(
        name: "cursor", about: "Where the page begins: from the links of another page of the same query.", .cursor)

    static func fields(_ members: [String]) -> Parameter {
        Parameter(
            name: "fields", about: "The members that each record is to have; all where it is not given.",
            .listOf(members), repeats: true, formats: Format.tabular)
    }

    static func sort(_ keys: [String]) -> Parameter {
        Parameter(
            name: "sort", about: "The order of the records; descending with - before the key.",
            .oneOf(keys + keys.map { "-" + $0 }))
    }

    /// Returns the parameter for the filters by which a list can be counted.
    static func facets(_ names: [String]) -> Parameter {
        Parameter(
            name: "facets",
            about: "The filters by whose values the records are counted, each under all filters but itself.",
            .listOf(names), repeats: true, formats: [.json])
    }

    /// Returns the parameter that decides whose figure is used where a single number is needed.
    static func viewpoint(_ dataset: Dataset) -> Parameter {
        Parameter(
            name: "viewpoint",
            about:
                "Whose figure is meant where one number is asked for: everyone's, the main source's, the smallest or "
                + "largest printed value, or one source's. No claim is left out for it.",
            .oneOf(Viewpoint.names(in: dataset)), formats: Format.tabular)
    }

    package init(
        name: String, about: String, _ values: Values, repeats: Bool = false, formats: [Format] = [],
        isRequired: Bool = false, isFilter: Bool = false, example: String? = nil
    ) {
        self.name = name
        self.about = about
        self.values = values
        self.repeats = repeats
        self.formats = formats
        self.isRequired = isRequired
        self.isFilter = isFilter
        self.example = example
        accepts = values.accepted
        spellings = Spellings(accepts.values)
    }

    /// Creates the parameter of a filter; `dates` are examples of dates.
    convenience init(_ filter: Filter, dates: [String]) {
        self.init(
            name: filter.name, about: Parameter.purposes[filter.name] ?? "", Values(filter.accepts, dates: dates),
            repeats: true, isFilter: true)
    }

    /// The purpose of each filter.
    private static let purposes = [
        "actor": "Only records in which this actor took part.",
        "attribution":
            "Only claims that their source gives so: in its main text, as other or official data, as an estimate.",
        "category": "Only records of this category.",
        "contested": "Only statistics and events whose claims contradict each other, or only all others.",
        "event": "Only records that compare the date of this event.",
        "from":
            "Only records that can be of this time or later, by overlap; an open end reaches to the end of the dataset’s period.",
        "independence": "Only sources that depend on others in this way, or on none.",
        "kind": "Only records of this kind.",
        "language": "Only sources in this language.",
        "max": "Only records whose figure can be this or lower.",
        "measure": "Only figures that count this.",
        "min": "Only records whose figure can be this or higher.",
        "place": "Only records of this place.",
        "population": "Only figures of this population.",
        "q": "Only records that have all these words, in any one language; the last one may be a beginning.",
        "rank": "Only claims of this standing with their source.",
        "source": "Only records that rest on this source.",
        "statistic": "Only records that belong to this statistic.",
        "to":
            "Only records that can be of this time or earlier, by overlap; an open start reaches to the start of the dataset’s period.",
        "type": "Only sources of this type.",
        "unit": "Only figures in this unit.",
        "verdict": "Only records with this verdict.",
    ]
}

extension Parameter.Values {
    fileprivate var accepted: Accepted {
        switch self {
        case .oneOf(let words), .listOf(let words): .values(words)
        case .wholeNumber(let range):
            .described(Sentence(.acceptsWhole, ["low": "\(range.lowerBound)", "high": "\(range.upperBound)"]))
        case .cursor: .described(Sentence(.acceptsCursor))
        case .date(let examples):
            .described(
                examples.count < 2
                    ? Sentence(.acceptsDate, ["date": examples.first ?? "2001-02-03"])
                    : Sentence(.acceptsDates, ["date": examples[0], "other": examples[1]]))
        case .number: .described(Sentence(.acceptsNumber))
        case .words: .described(Sentence(.acceptsWords))
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
