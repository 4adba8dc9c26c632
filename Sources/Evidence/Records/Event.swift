/// Something dated.
package struct Event: Hashable, Sendable {
    package let id: String
    package let title, summary: LocalizedText
    package let date: EDTF
    /// The id of a vocabulary term.
    package let category: String
    /// The ids of vocabulary terms.
    package let actors, places: [String]
    /// The ids of related statistics.
    package let statistics: [String]
    /// At least one.
    package let citations: [Citation]

    package init(
        id: String, title: LocalizedText, summary: LocalizedText, date: EDTF, category: String, actors: [String] = [],
        places: [String] = [], statistics: [String] = [], citations: [Citation]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.date = date
        self.category = category
        self.actors = actors
        self.places = places
        self.statistics = statistics
        self.citations = citations
    }
}
