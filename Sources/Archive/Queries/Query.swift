package import Evidence
import Foundations

/// What is requested of a list, as in the URL's parameters. The table validates them when it selects.
package struct Query: Hashable, Sendable {
    /// The values of each filter. Values of one filter are alternatives; a record must pass all filters.
    package var filters: FilterValues
    /// A sort key, preceded by `-` for descending order; nil for the order of the table.
    package var sort: String?
    /// The language whose titles are used for sorting.
    package var language: LanguageTag

    package init(filters: FilterValues = [:], sort: String? = nil, language: LanguageTag = .program) {
        self.filters = filters
        self.sort = sort
        self.language = language
    }

    /// Returns a digest that is the same for all queries asking for the same, whatever the order of their parameters.
    /// The language counts only if the order depends on it, since one reader may pass a page on to another.
    func digest(table: String, ordersByLanguage: Bool) -> UInt64 {
        var digest = Digest()
        digest.add(table)
        digest.add(sort ?? "")
        digest.add(ordersByLanguage ? language.rawValue : "")
        for name in filters.names {
            let values = filters[name] ?? []
            digest.add(name)
            for value in values.count == 1 ? values : Set(values).sorted() { digest.add(value) }
            digest.add("")
        }
        return digest.value
    }
}
