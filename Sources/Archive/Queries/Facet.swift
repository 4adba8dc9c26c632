/// The number of records that a query selects for each value of a filter.
///
/// A facet is counted without the filter's own values, so that readers who chose one see what the others would add; all
/// other filters apply.
package struct Facet: Hashable, Sendable {
    /// The maximum number of values in a facet, which are the most frequent ones.
    package static let most = 100

    /// A value of the filter.
    package struct Value: Hashable, Sendable {
        package let value: String
        package let count: Int
        /// Whether the query asks for this value, which is then included even if it has no records.
        package let isChosen: Bool
    }

    /// The name of the filter.
    package let name: String
    /// The values by descending count, then in the order of the vocabulary.
    package let values: [Value]
    /// The number of further values that have records.
    package let more: Int

    /// Creates a facet from `counts`, which has one element for each value of the vocabulary.
    init(_ name: String, _ counts: [(value: String, count: Int)], chosen: [String]) {
        let values = counts.map { Value(value: $0.value, count: $0.count, isChosen: chosen.contains($0.value)) }
        let told = values.enumerated().filter { $0.element.count > 0 || $0.element.isChosen }
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
        let extra = told.dropFirst(Facet.most).filter(\.isChosen)
        self.name = name
        self.values = told.prefix(Facet.most) + extra
        more = told.count - self.values.count
    }
}
