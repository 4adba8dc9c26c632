/// Something that has a date or a period.
///
/// There may be a million events. Each costs one reference in a list, a step of a sort or a call, and one block of
/// memory in all: its texts are stored there one after another, and become strings, a date or citations only on demand.
package struct Event: Sendable {
    private let fields: PackedFields

    /// Creates an event. Its lists of ids may be shared with other events; so may `sources`, the ids of cited sources.
    package init(
        id: String, title: LocalizedText, summary: LocalizedText, date: EDTF, category: String, actors: [String] = [],
        places: [String] = [], statistics: [String] = [], citations: [Citation], sources: [String]? = nil
    ) {
        var languages =
            title.languages == summary.languages ? title.languages : (title.languages + summary.languages).uniqued()
        for case let paraphrase? in citations.map(\.paraphrase) where paraphrase.languages != languages {
            languages = (languages + paraphrase.languages).uniqued()
        }
        var writer = PackedFields.Writer()
        writer.append(id)
        writer.append(title, in: languages)
        writer.append(summary, in: languages)
        writer.append(date.packed)
        for citation in citations { writer.append(citation, in: languages) }
        fields = PackedFields(
            writer,
            .init(
                category: category, actors: actors, places: places, statistics: statistics,
                sources: sources ?? citations.map(\.source), languages: languages))
    }

    package var id: String { fields.read(after: 0) { $0.text() } }

    package var title: LocalizedText {
        let languages = fields.lists.languages
        return fields.read(after: 1) { $0.localizedText(in: languages) }
    }

    package var summary: LocalizedText {
        let languages = fields.lists.languages
        return fields.read(after: 1 + languages.count) { $0.localizedText(in: languages) }
    }

    /// The date, which is parsed again at every access.
    package var date: EDTF { EDTF(packed: fields.read(after: placeOfDate) { $0.text() }) }

    /// The number of texts stored before the date.
    private var placeOfDate: Int { 1 + 2 * fields.lists.languages.count }

    /// The id of the category, a vocabulary term.
    package var category: String { fields.lists.category }

    /// The ids of the actors, which are vocabulary terms.
    package var actors: [String] { fields.lists.actors }

    /// The ids of the places, which are vocabulary terms.
    package var places: [String] { fields.lists.places }

    /// The ids of related statistics.
    package var statistics: [String] { fields.lists.statistics }

    /// The id of the source of each citation.
    package var sources: [String] { fields.lists.sources }

    /// The citations; at least one.
    package var citations: [Citation] {
        let languages = fields.lists.languages
        return fields.read(after: placeOfDate + 1) { reader in
            sources.map { reader.citation(of: $0, in: languages) }
        }
    }
}

extension Event: Hashable {
    package static func == (left: Event, right: Event) -> Bool { left.fields == right.fields }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension EDTF {
    /// The text, with a letter in front that no EDTF value begins with where the calendar is the Julian one.
    fileprivate var packed: String { (calendar == .julian ? "J" : "") + text }

    fileprivate init(packed: String) {
        let isJulian = packed.utf8.first == UInt8(ascii: "J")
        self.init(known: isJulian ? String(packed.dropFirst()) : packed, calendar: isJulian ? .julian : .gregorian)
    }
}
