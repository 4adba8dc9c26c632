/// A history with contested figures, as stated in its files.
package struct Dataset: Sendable {
    package let identity: Identity
    package let sources: [Source]
    package let events: [Event]
    package let statistics: [Statistic]
    package let relations: [Relation]
    /// The changes, latest first.
    package let changes: [Change]
    package let lessons: LessonPlans

    package init(
        identity: Identity, sources: [Source], events: [Event], statistics: [Statistic], relations: [Relation],
        changes: [Change] = [], lessons: LessonPlans = LessonPlans()
    ) {
        self.identity = identity
        self.sources = sources
        self.events = events
        self.statistics = statistics
        self.relations = relations
        self.changes = changes
        self.lessons = lessons
    }

    /// What the dataset is, and the terms under which it may be used.
    package struct Identity: Sendable {
        package let id: String
        /// The semantic version.
        package let version: String
        /// The release day of this version.
        package let released: CalendarDay
        /// The maximum number of languages: each has every text, and what a dataset costs is bounded by its length.
        package static let mostLanguages = 64

        /// The languages; at least one. The texts of the first are used where another has none.
        package let languages: [LanguageTag]
        package let title, description, attribution: LocalizedText
        package let licence: Licence
        package let period: EDTF
        /// The id of the source on which the dataset is based.
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
