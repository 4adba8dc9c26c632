/// Something dated. An object, because there may be a million of them: a list of it, a step of a sort or a call costs a
/// reference, not all its members.
package final class Event: Sendable {
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

extension Event: Hashable {
    package static func == (left: Event, right: Event) -> Bool {
        left.id == right.id && left.title == right.title && left.summary == right.summary && left.date == right.date
            && left.category == right.category && left.actors == right.actors && left.places == right.places
            && left.statistics == right.statistics && left.citations == right.citations
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
