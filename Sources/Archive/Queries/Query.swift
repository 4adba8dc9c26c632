package import Evidence
import Foundations

/// What a list is asked for, as the parameters say it: a table checks them when it selects.
package struct Query: Hashable, Sendable {
    /// The values of each filter by its name. Values of one filter are alternatives; different filters narrow together.
    package var filters: FilterValues
    /// A sort key, after `-` for descending order; nil for the order of the table.
    package var sort: String?
    /// Whose titles are sorted.
    package var language: LanguageTag

    package init(filters: FilterValues = [:], sort: String? = nil, language: LanguageTag = .program) {
        self.filters = filters
        self.sort = sort
        self.language = language
    }

    /// The same for two queries that ask for the same, however their parameters are ordered. The language counts only
    /// where the order depends on it: a page may be handed from one reader to another.
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
