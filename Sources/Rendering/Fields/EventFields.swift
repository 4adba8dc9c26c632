package import Evidence
import Wording

extension RecordEncoding<Event> {
    package static let events = RecordEncoding(
        path: "events", singular: "event", title: .events, about: "Something dated.", id: \.id,
        fields: [
            .init("id", .id, "The event's id.", show: .brief) { event, _, _ in .text(event.id) },
            .init("title", .localized, "What happened, in a few words.", show: .brief) { .text($0.title[$2]) },
            .init("summary", .localized, "What happened, in a few sentences.") { .text($0.summary[$2]) },
            .init(
                "date", .edtf,
                "When, as exactly as the sources say. Where they give several dates, the one at which it stands in lists: "
                    + "the preferred one, else the earliest.",
                show: .brief
            ) { event, _, _ in .period(event.date, .someDay) },
            .init("calendar", .choice(CalendarSystem.allCases.map(\.rawValue)), CalendarSystem.about, show: .program) {
                event, _, _ in .text(event.date.calendar.rawValue)
            },
            .init("written", .edtf, CalendarSystem.aboutWritten, show: .program) { event, _, _ in
                event.date.written
            },
            .init("earliest", .day, "The first day that the date can mean.", show: .program) { event, _, _ in
                Cell(event.date.earliest)
            },
            .init("latest", .day, "The last day that the date can mean.", show: .program) { event, _, _ in
                Cell(event.date.latest)
            },
            .init("contested", .flag, "Whether two of the dates that sources give it cannot both be right.") {
                event, _, _ in
                .flag(event.isContested)
            },
            .init(
                "claims", .list(of: "answer.json#/$defs/datedClaim", isEmpty: false),
                "The date that each source gives it; left out where it simply has one.", .whereKnown,
                columns: [
                    .ofClaims("claims") { claims in claims.map(\.id) },
                    .ofClaims("claimDates") { claims in claims.map { $0.date.gregorianText(.someDay) } },
                    .ofClaims("claimRanks") { claims in claims.map(\.rank.rawValue) },
                    .ofClaims("withdrawn") { claims in claims.withdrawn.map(\.id) },
                    .ofClaims("withdrawnBy") { claims in claims.withdrawn.map(\.by) },
                ],
                isThere: \.hasClaims
            ) { event, context, json in json.dates(of: event, in: context.language) },
            .term("category", .category, "A term of the vocabulary categories.") { event, _ in event.category },
            .terms("actors", .actor, "Who took part: terms of the vocabulary actors.") { $0.actors },
            .terms("places", .place, "Where: terms of the vocabulary places.") { $0.places },
            .init("statistics", .ids, "The statistics that belong to it.", refersTo: "statistics") { event, _, _ in
                .list(event.statistics)
            },
            .citations("Where the sources tell it.", before: [.sources { $0.citations.map(\.source) }]) {
                $0.citations
            },
        ],
        listFormats: [(.ics, CalendarText.write), (.geojson, GeoJSONText.write)],
        tables: { event, _, language, page in
            let claims = event.claims
            page.dates(claims, without: claims.withdrawals, in: language)
        })
}

extension RecordColumn<Event> {
    /// Returns a column with something of each of its claims.
    fileprivate static func ofClaims(
        _ name: String, _ texts: @escaping @Sendable ([DatedClaim]) -> [String]
    ) -> RecordColumn {
        .init(name, separator: Column.ids, show: .program) { event, _, _ in .list(texts(event.claims)) }
    }
}

extension [DatedClaim] {
    /// The ids of the claims that are withdrawn, in their order, with those of the claims that correct them.
    fileprivate var withdrawn: [(id: String, by: String)] {
        let withdrawals = withdrawals
        return compactMap { claim in withdrawals[claim.id].map { (claim.id, $0) } }
    }
}

extension EDTF {
    /// The text as it is, which is no text to be guarded as one.
    var written: Cell { .period(EDTF(known: text), .someDay) }
}

extension CalendarSystem {
    /// What the members `calendar` and `written` of records say.
    static let about = "The calendar in which the source counts its days."
    static let aboutWritten = "The date as it is in that calendar; the other dates here are of the Gregorian one."
}
