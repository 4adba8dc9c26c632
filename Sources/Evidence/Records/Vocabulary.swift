/// The terms that a dataset's records may use, in the order in which the dataset lists them.
package struct Vocabulary: Hashable, Sendable {
    /// A term with its label.
    package struct Term: Hashable, Sendable {
        package let id: String
        package let label: LocalizedText
        package let note: LocalizedText?

        package init(id: String, label: LocalizedText, note: LocalizedText? = nil) {
            self.id = id
            self.label = label
            self.note = note
        }
    }

    package let categories, measures, populations, units, actors, places: [Term]
    /// What the values of each unit can be, by its id.
    package let unitKinds: [String: UnitKind]

    package init(
        categories: [Term], measures: [Term], populations: [Term], units: [Term], unitKinds: [String: UnitKind],
        actors: [Term], places: [Term]
    ) {
        self.categories = categories
        self.measures = measures
        self.populations = populations
        self.units = units
        self.unitKinds = unitKinds
        self.actors = actors
        self.places = places
    }
}
