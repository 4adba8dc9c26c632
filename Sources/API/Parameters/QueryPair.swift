import HTTPCore

/// A parameter with a value that was given for it.
struct QueryPair: Sendable {
    let parameter: Parameter
    let value: String
    /// `a=b`, percent-encoded, as it stands in our URLs.
    let text: String

    init(_ parameter: Parameter, _ value: String) {
        self.parameter = parameter
        self.value = value
        text = PercentEncoding.encode(parameter.name) + "=" + PercentEncoding.encode(value, keeping: ",:/")
    }
}

extension [QueryPair] {
    /// `?a=b&c=d`; empty for no pairs.
    var query: String {
        guard !isEmpty else { return "" }
        var query = ""
        query.reserveCapacity(reduce(0) { $0 + $1.text.utf8.count + 1 })
        for pair in self {
            query += query.isEmpty ? "?" : "&"
            query += pair.text
        }
        return query
    }

    /// Those that mean something in a format.
    func meant(in format: Format) -> [QueryPair] {
        let isMeant = { (pair: QueryPair) in
            pair.parameter.formats.isEmpty || pair.parameter.formats.contains(format)
        }
        return allSatisfy(isMeant) ? self : filter(isMeant)
    }
}
