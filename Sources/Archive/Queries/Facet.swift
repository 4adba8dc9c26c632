/// How many of the records that a query selects stand under each value of a filter.
///
/// The filter's own values are left aside when its facet is counted, so that a reader who chose one sees what the others
/// would add; every other filter holds.
package struct Facet: Hashable, Sendable {
    /// No more values than this are told, the most frequent ones.
    package static let most = 100

    /// A value of the filter.
    package struct Value: Hashable, Sendable {
        package let value: String
        package let count: Int
        /// Whether the query asks for it; then it is told even where nothing stands under it.
        package let isChosen: Bool
    }

    /// The filter's name.
    package let name: String
    /// By falling count, then in the order of the vocabulary.
    package let values: [Value]
    /// How many values have records and are not told.
    package let more: Int

    /// `counts` has one element for each value of the vocabulary.
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
