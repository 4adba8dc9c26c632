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
                "When, as exactly as the sources say. Where they give several dates, the one at which it stands in lists: the preferred one, else the earliest.",
                show: .brief
            ) { event, _, _ in
                .period(event.date, .someDay)
            },
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
                    .init("claims", separator: Column.ids, show: .program) { event, _, _ in
                        .list(event.claims.map(\.id))
                    }
                ],
                isThere: \.hasClaims
            ) { event, context, json in json.dates(event.claims, in: context.language) },
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
        tables: { event, _, language, page in page.dates(event.claims, in: language) })
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
