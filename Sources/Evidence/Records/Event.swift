/// Something dated.
///
/// There may be a million events. One costs a reference in a list, a step of a sort or a call, and one piece of memory in
/// all: its texts stand there one after the other, and become strings, a date or citations when they are asked for.
package struct Event: Sendable {
    private let fields: PackedFields

    /// The ids of a list may be shared with other events; `sources`, those of the citations, too.
    package init(
        id: String, title: LocalizedText, summary: LocalizedText, date: EDTF, category: String, actors: [String] = [],
        places: [String] = [], statistics: [String] = [], citations: [Citation], sources: [String]? = nil
    ) {
        var writer = PackedFields.Writer()
        for text in [id, title.english, title.lithuanian, summary.english, summary.lithuanian, date.text] {
            writer.append(text)
        }
        for citation in citations { writer.append(citation) }
        fields = PackedFields(
            writer,
            .init(
                category: category, actors: actors, places: places, statistics: statistics,
                sources: sources ?? citations.map(\.source)))
    }

    package var id: String { fields.read(after: 0) { $0.text() } }

    package var title: LocalizedText { fields.read(after: 1) { $0.localizedText() } }

    package var summary: LocalizedText { fields.read(after: 3) { $0.localizedText() } }

    /// Read anew each time it is asked for.
    package var date: EDTF { EDTF(known: fields.read(after: 5) { $0.text() }) }

    /// The id of a vocabulary term.
    package var category: String { fields.lists.category }

    /// The ids of vocabulary terms.
    package var actors: [String] { fields.lists.actors }

    /// The ids of vocabulary terms.
    package var places: [String] { fields.lists.places }

    /// The ids of related statistics.
    package var statistics: [String] { fields.lists.statistics }

    /// The id of each citation's source.
    package var sources: [String] { fields.lists.sources }

    /// At least one.
    package var citations: [Citation] {
        fields.read(after: 6) { reader in sources.map { reader.citation(of: $0) } }
    }
}

extension Event: Hashable {
    package static func == (left: Event, right: Event) -> Bool { left.fields == right.fields }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
