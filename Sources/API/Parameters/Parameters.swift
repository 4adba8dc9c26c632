import Archive
import Evidence
import HTTPCore
package import Problems
import Rendering
import Wording

/// The query parameters of a request. Everything unknown, malformed or repeated is collected, so that a single 400
/// reports it all.
package struct Parameters {
    /// The parameters that the route knows.
    package let known: [Parameter]
    /// The known parameters that were given, in the order given.
    package let pairs: [QueryPair]
    private var violations: [Problem.Violation] = []

    /// Reads the query. `format` is that of the response; nil if none is acceptable. An unknown parameter is a
    /// violation, or is skipped with `ignoresUnknown`. Throws only if the query does not decode.
    init(
        _ request: borrowing Request, known: [Parameter], format: Format?, ignoresUnknown: Bool
    ) throws(Problem) {
        self.known = known
        let query: QueryString
        do {
            query =
                try ignoresUnknown
                ? request.queryString { name in known.contains { $0.name == name } } : request.queryString()
        } catch {
            throw Parameters.undecodable(error)
        }
        var pairs: [QueryPair] = []
        for item in query.items {
            guard let parameter = known.first(where: { $0.name == item.name }) else {
                let sensible = known.filter { $0.formats.isEmpty || format.map($0.formats.contains) ?? true }
                violations.append(.unknown(item.name, value: item.value, sensible.map(\.name)))
                continue
            }
            if let format, !parameter.formats.isEmpty, !parameter.formats.contains(format) {
                violations.append(
                    .init(
                        parameter: item.name, [Sentence(.problemMeaningless, ["format": format.mediaRange])]))
            }
            if !parameter.repeats, pairs.contains(where: { $0.parameter.name == item.name }) {
                violations.append(
                    .init(parameter: item.name, [Sentence(.problemTwice)], accepts: parameter.accepts))
            }
            pairs.append(QueryPair(parameter, item.value))
        }
        self.pairs = pairs
        violations += malformed
    }

    /// A 400 that names every parameter that is wrong; nil if none is.
    var refusal: Problem? { violations.isEmpty ? nil : problem([]) }

    /// Returns the 400 for the violations found here and those that only the caller could find.
    package func problem(_ more: [Problem.Violation]) -> Problem {
        // A parameter already found to be wrong is not reported twice.
        let named = Set(violations.compactMap(\.parameter))
        return .badRequest(violations + more.filter { !named.contains($0.parameter ?? "") })
    }

    /// Returns the values of a parameter in order; empty if it is absent.
    package func all(_ name: String) -> [String] { pairs.compactMap { $0.parameter.name == name ? $0.value : nil } }

    /// Returns the values of all filters except those in `aside`.
    func filters(aside: [String]) -> FilterValues {
        var filters: FilterValues = [:]
        for pair in pairs where pair.parameter.isFilter && !aside.contains(pair.parameter.name) {
            filters.add(pair.value, to: pair.parameter.name)
        }
        return filters
    }

    package func first(_ name: String) -> String? { pairs.first { $0.parameter.name == name }?.value }

    var isPretty: Bool { first("pretty") == "true" }

    var dialect: Dialect { first("dialect").flatMap(Dialect.init) ?? .rfc4180 }

    /// The members requested by `fields=id,title`, without repetitions; nil for all.
    var fields: [String]? {
        let lists = all("fields")
        return lists.isEmpty ? nil : Parameters.names(in: lists).uniqued()
    }

    /// The filters to count by, without repetitions.
    var facets: [String] { Parameters.names(in: all("facets")).uniqued() }

    /// The requested page size; nil if there is none.
    package var limit: Int? { first("limit").flatMap { Int($0) } }

    /// The faults in parameters other than filters, which the table checks.
    private var malformed: [Problem.Violation] {
        var violations: [Problem.Violation] = []
        for pair in pairs {
            let parameter = pair.parameter
            if case .wholeNumber(let range) = parameter.values, let number = Parameters.wholeNumber(pair.value),
                !range.contains(number)
            {
                let detail = [Sentence.outside(range, number)]
                violations.append(.init(parameter: parameter.name, detail, accepts: parameter.accepts))
            }
            let wrong: [String] =
                switch parameter.values {
                case .oneOf(let words) where !parameter.isFilter: words.contains(pair.value) ? [] : [pair.value]
                case .id(let ids): ids.contains(pair.value) ? [] : [pair.value]
                case .listOf(let words): Parameters.names(in: [pair.value]).filter { !words.contains($0) }
                case .wholeNumber: Parameters.wholeNumber(pair.value) == nil ? [pair.value] : []
                default: []
                }
            violations += wrong.map { .value($0, of: parameter) }
        }
        for parameter in known where parameter.isRequired && first(parameter.name) == nil {
            violations.append(
                .init(parameter: parameter.name, [Sentence(.problemRequired)], accepts: parameter.accepts))
        }
        return violations
    }

    private static func names(in lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func wholeNumber(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static func undecodable(_ error: QueryStringError) -> Problem {
        switch error {
        case .invalidPercent(let offset):
            Problem(.badRequest, Sentence(.problemPercent, ["offset": "\(offset)"]))
        case .invalidUTF8(let offset):
            Problem(.badRequest, Sentence(.problemUTF8, ["offset": "\(offset)"]))
        }
    }
}
