extension [Event] {
    /// Returns the events that the relations name, in the same order.
    package func named(in relations: [Relation]) -> [Event] {
        let ids = Set(relations.flatMap(\.events))
        return ids.isEmpty ? [] : filter { ids.contains($0.id) }
    }
}
