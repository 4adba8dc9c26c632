/// A history with contested figures, as its files state it.
package struct Dataset: Sendable {
    package let identity: Identity
    package let sources: [Source]
    package let events: [Event]
    package let statistics: [Statistic]
    package let relations: [Relation]
    /// The newest first.
    package let changes: [Change]

    package init(
        identity: Identity, sources: [Source], events: [Event], statistics: [Statistic], relations: [Relation],
        changes: [Change] = []
    ) {
        self.identity = identity
        self.sources = sources
        self.events = events
        self.statistics = statistics
        self.relations = relations
        self.changes = changes
    }

    /// What the dataset is, and under which terms.
    package struct Identity: Sendable {
        package let id: String
        /// Semantic version.
        package let version: String
        /// The day of this version.
        package let released: CalendarDay
        /// More languages are not taken: every text is in each of them, and what a dataset costs is bounded by its length.
        package static let mostLanguages = 64

        /// At least one; the first is whose texts stand where another has none.
        package let languages: [LanguageTag]
        package let title, description, attribution: LocalizedText
        package let licence: Licence
        package let period: EDTF
        /// The id of the source that the dataset is built on.
        package let mainSource: String
        package let vocabulary: Vocabulary

        package init(
            id: String, version: String, released: CalendarDay, languages: [LanguageTag], title: LocalizedText,
            description: LocalizedText, attribution: LocalizedText, licence: Licence, period: EDTF, mainSource: String,
            vocabulary: Vocabulary
        ) {
            self.id = id
            self.version = version
            self.released = released
            self.languages = languages
            self.title = title
            self.description = description
            self.attribution = attribution
            self.licence = licence
            self.period = period
            self.mainSource = mainSource
            self.vocabulary = vocabulary
        }
    }
}
