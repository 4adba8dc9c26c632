import Archive
import Evidence

/// A query parameter that a route knows.
struct Parameter: Sendable {
    let name: String
    /// What a value may be, in words or as the list of values.
    let accepts: [String]
    /// Whether several values are alternatives; otherwise a second one is refused.
    let repeats: Bool
    /// The formats in which it means something; empty for all.
    var formats: [Format] = []

    static let lang = Parameter(name: "lang", accepts: Language.allCases.map(\.rawValue), repeats: false)
    static let pretty = Parameter(
        name: "pretty", accepts: ["true", "false"], repeats: false, formats: Format.prettified)
    static let dialect = Parameter(
        name: "dialect", accepts: Dialect.allCases.map(\.rawValue), repeats: false, formats: [.csv])
    static let limit = Parameter(
        name: "limit", accepts: ["a whole number from \(Page.limits.lowerBound) to \(Page.limits.upperBound)"],
        repeats: false)
    static let cursor = Parameter(name: "cursor", accepts: ["a cursor from links of this list"], repeats: false)

    static func fields(_ members: [String]) -> Parameter {
        Parameter(name: "fields", accepts: members, repeats: true, formats: [.json, .ndjson, .csv, .txt])
    }

    static func sort(_ keys: [String]) -> Parameter {
        Parameter(name: "sort", accepts: keys + keys.map { "-" + $0 }, repeats: false)
    }

    init(name: String, accepts: [String], repeats: Bool, formats: [Format] = []) {
        self.name = name
        self.accepts = accepts
        self.repeats = repeats
        self.formats = formats
    }

    /// A filter of a list.
    init(_ filter: Filter) {
        self.init(name: filter.name, accepts: filter.accepts.list, repeats: true)
    }
}

extension Filter.Accepted {
    /// As `accepts` of a problem has it.
    var list: [String] {
        switch self {
        case .oneOf(let words): words
        case .boolean: ["true", "false"]
        case .date: ["an EDTF date or interval, such as 1944-08 or 1944-08/1945-05"]
        case .number: ["a number"]
        case .text: ["words"]
        }
    }
}
