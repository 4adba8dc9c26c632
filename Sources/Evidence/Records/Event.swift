/// Something that has a date or a period.
///
/// There may be a million events. Each costs one reference in a list, a step of a sort or a call, and one block of
/// memory in all: its texts are stored there one after another, and become strings, a date or citations only on demand.
package struct Event: Sendable {
    private let fields: PackedFields

    /// Creates an event with one date. Its lists of ids may be shared with other events; so may `sources`, the ids of cited
    /// sources.
    package init(
        id: String, title: LocalizedText, summary: LocalizedText, date: EDTF, category: String, actors: [String] = [],
        places: [String] = [], statistics: [String] = [], citations: [Citation], sources: [String]? = nil
    ) {
        self.init(
            id, title, summary, date, [], citations, category: category, actors: actors, places: places,
            statistics: statistics, sources: sources)
    }

    /// Creates an event that sources date; nil where none of the claims stands. `citations` are the places beside those of
    /// the claims. Its lists may be shared like those of other events; `sources` are those of the claims, then those of the
    /// citations.
    package init?(
        id: String, title: LocalizedText, summary: LocalizedText, claims: [DatedClaim], category: String,
        actors: [String] = [], places: [String] = [], statistics: [String] = [], citations: [Citation] = [],
        sources: [String]? = nil
    ) {
        guard let date = claims.leading?.date else { return nil }
        self.init(
            id, title, summary, date, claims, citations, category: category, actors: actors, places: places,
            statistics: statistics, sources: sources)
    }

    private init(
        _ id: String, _ title: LocalizedText, _ summary: LocalizedText, _ date: EDTF, _ claims: [DatedClaim],
        _ citations: [Citation], category: String, actors: [String], places: [String], statistics: [String],
        sources: [String]?
    ) {
        var languages =
            title.languages == summary.languages ? title.languages : (title.languages + summary.languages).uniqued()
        let others = citations.map(\.paraphrase) + claims.flatMap { [$0.note, $0.citation.paraphrase] }
        for case let other? in others where other.languages != languages {
            languages = (languages + other.languages).uniqued()
        }
        var writer = PackedFields.Writer()
        writer.append(id)
        writer.append(title, in: languages)
        writer.append(summary, in: languages)
        writer.append(date, claims, in: languages)
        for citation in citations { writer.append(citation, in: languages) }
        fields = PackedFields(
            writer,
            .init(
                category: category, actors: actors, places: places, statistics: statistics,
                sources: sources ?? claims.map(\.source) + citations.map(\.source), languages: languages))
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

    /// The date, which is parsed again at every access; of an event that sources date, the one that places it in lists by
    /// time: the preferred one that stands, or else the earliest.
    package var date: EDTF { fields.read(after: placeOfDate) { $0.date() } }

    /// Whether sources date it, each in a claim of its own.
    package var hasClaims: Bool { fields.read(after: placeOfDate) { $0.hasClaims() } }

    /// What each source says of its date; none of an event that simply has one.
    package var claims: [DatedClaim] {
        let (sources, languages) = (sources, fields.lists.languages)
        guard hasClaims else { return [] }
        let id = id
        return fields.read(after: placeOfDate) { $0.claims(of: id, sources, in: languages) }
    }

    /// The ids of the same.
    package var claimIDs: [String] {
        let (sources, languages) = (sources, fields.lists.languages)
        return fields.read(after: placeOfDate) { $0.claims(of: "", sources, in: languages, isDated: false) }.map(\.id)
    }

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

    /// The ids of the sources, once for each place: of the claims first, then of the other citations.
    package var sources: [String] { fields.lists.sources }

    /// Every place that tells it, at least one: where its dates are printed, then the others.
    package var citations: [Citation] {
        guard hasClaims else { return otherCitations }
        return (claims.map(\.citation) + otherCitations).uniqued()
    }

    /// The places beside those of its claims.
    package var otherCitations: [Citation] {
        let (sources, languages) = (sources, fields.lists.languages)
        return fields.read(after: placeOfDate) { reader in
            let claims = reader.claims(of: "", sources, in: languages, isDated: false)
            return sources.dropFirst(claims.count).map { reader.citation(of: $0, in: languages) }
        }
    }
}

/// What follows from the claims.
extension Event {
    /// The claims neither deprecated nor withdrawn: those by whose dates it is found, and which take part in checks.
    package var standingClaims: [DatedClaim] { claims.standing }

    /// Every date that it may have, each once: those of the claims that stand, or the only one.
    package var dates: [EDTF] { hasClaims ? standingClaims.map(\.date).uniqued() : [date] }

    /// Whether two of its dates contradict each other: on no day can it have been by both.
    package var isContested: Bool { hasClaims && Dating.contradict(standingClaims.map(\.dating)) }
}

extension Event: Hashable {
    package static func == (left: Event, right: Event) -> Bool { left.fields == right.fields }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
