import Evidence

/// The file `events.json`: what happened, and when.
enum EventFile {
    static let name = "events.json"

    /// The member that contains the events.
    static let list = "events"

    /// Decodes the events, or takes them from `decoded` if they were decoded in batches; nil in place of one that
    /// cannot be decoded.
    static func decode(_ cursor: Cursor, _ decoded: DecodedRecords<Event>?) -> [Event?]? {
        guard let decoded else { return cursor.records(list, event) }
        return cursor.records(list) { decoded.records(of: .event, reportedBy: $0) }
    }

    @Sendable
    static func event(_ cursor: Cursor) -> Event? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .event) }
        let title = members.required("title") { $0.localizedText() }
        let summary = members.required("summary") { $0.localizedText() }
        let date = members.required("date") { $0.date() }
        let category = members.required("category") { $0.reference(to: .category) }
        let actors = members.required("actors") { $0.references(to: .actor) }
        let places = members.required("places") { $0.references(to: .place) }
        let statistics = members.required("statistics") { $0.references(to: .statistic) }
        let citations = members.required("citations") { $0.citations() }
        members.close()
        guard let id, let title, let summary, let date, let category, let actors, let places, let statistics,
            let citations
        else { return nil }
        return Event(
            id: id, title: title, summary: summary, date: date, category: category, actors: actors, places: places,
            statistics: statistics, citations: citations, sources: cursor.diagnostics.shared(citations.map(\.source)))
    }
}
