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
        let isDated = members.has("claims")
        let date = isDated ? nil : date(cursor, &members)
        let claims = isDated ? claims(of: id, cursor, &members) : []
        let category = members.required("category") { $0.reference(to: .category) }
        let actors = members.required("actors") { $0.references(to: .actor) }
        let places = members.required("places") { $0.references(to: .place) }
        let statistics = members.required("statistics") { $0.references(to: .statistic) }
        // Where claims date it, their places are enough.
        let citations =
            isDated
            ? members.optional("citations") { $0.citations() }.map { $0 ?? [] }
            : members.required("citations") { $0.citations() }
        members.close()
        guard let id, let title, let summary, let category, let actors, let places, let statistics, let citations,
            let claims
        else { return nil }
        let sources = cursor.diagnostics.shared(claims.map(\.source) + citations.map(\.source))
        guard isDated else {
            return date.map { date in
                Event(
                    id: id, title: title, summary: summary, date: date, category: category, actors: actors,
                    places: places, statistics: statistics, citations: citations, sources: sources)
            }
        }
        return Event(
            id: id, title: title, summary: summary, claims: claims, category: category, actors: actors, places: places,
            statistics: statistics, citations: citations, sources: sources)
    }

    /// Decodes the only date.
    private static func date(_ cursor: Cursor, _ members: inout Members) -> EDTF? {
        guard members.has("date") else {
            cursor.problem(
                .structure, expected: "the member \"date\", or \"claims\" with the date that each source gives",
                found: "none")
            return nil
        }
        return members.required("date") { $0.date() }
    }

    /// Decodes what sources say of the date, of which something must stand.
    private static func claims(of event: String?, _ cursor: Cursor, _ members: inout Members) -> [DatedClaim]? {
        if members.has("date") {
            _ = members.optional("date") { date in
                date.problem(
                    .structure, expected: "no date beside \"claims\", which say themselves when the event was")
                return true
            }
        }
        return members.required("claims") { list in
            let claims = list.list("an array of claims", count: 1...Int.max) { claim($0, of: event ?? "") }
            guard let claims else { return nil }
            list.checkCorrections(claims, of: "event")
            guard !claims.standing.isEmpty else {
                return list.refused(
                    "a claim that is neither deprecated nor corrected, by whose date the event is found", .meaning)
            }
            return claims
        }
    }

    /// Decodes a claim. Whether another has its id is checked when all files are decoded.
    private static func claim(_ cursor: Cursor, of event: String) -> DatedClaim? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.slug() }
        let date = members.required("date") { $0.date() }
        let source = members.required("source") { $0.reference(to: .source) }
        let printed = members.required("printed") { $0.text(longest: 120) }
        let rest = ClaimMembers(&members, of: source)
        members.close()
        guard let id, let date, let source, let printed, let rest else { return nil }
        cursor.check(rest.locator, in: source)
        return DatedClaim(
            id: id, event: event, date: date, attribution: rest.attribution, rank: rest.rank, witness: rest.witness,
            corrects: rest.corrects, note: rest.note,
            citation: Citation(
                source: source, locator: rest.locator, printed: [printed], paraphrase: rest.paraphrase,
                quotation: rest.quotation))
    }

    /// Declares the ids of the claims, nil in place of an event that could not be decoded. Those of figures are declared.
    static func declareClaims(of events: [Event?], _ diagnostics: Diagnostics) {
        let list = Path.member(.file(name), list)
        for (index, event) in events.enumerated() {
            guard let event, event.hasClaims else { continue }
            for (place, id) in event.claimIDs.enumerated() where !diagnostics.declare(id, as: .claim) {
                diagnostics.add(
                    .meaning,
                    at: .member(.element(.member(.element(list, index), "claims"), place), "id"),
                    expected: DeclaredIDs.Kind.claim.unique, found: "\"\(id)\"")
            }
        }
    }
}
