import Foundations
import Rendering

/// A parameter with a given value.
package struct QueryPair: Sendable {
    package let parameter: Parameter
    package let value: String

    init(_ parameter: Parameter, _ value: String) {
        self.parameter = parameter
        self.value = value
    }
}

extension [QueryPair] {
    /// The percent-encoded query as in our URLs, such as `?a=b&c=d`; empty if there are no pairs.
    var query: String { query { _ in true } }

    /// Returns the query of the pairs whose parameter `isWanted` accepts.
    func query(_ isWanted: (Parameter) -> Bool) -> String {
        var query = ""
        query.reserveCapacity(reduce(0) { $0 + $1.parameter.name.utf8.count + $1.value.utf8.count + 2 })
        for pair in self where isWanted(pair.parameter) {
            query += query.isEmpty ? "?" : "&"
            query += pair.parameter.name
            query += "="
            query += PercentEncoding.encode(pair.value, keeping: ",:/")
        }
        return query
    }

    /// Returns the pairs that have a meaning in a format.
    func meant(in format: Format) -> [QueryPair] {
        allSatisfy { $0.parameter.isMeant(in: format) } ? self : filter { $0.parameter.isMeant(in: format) }
    }
}
