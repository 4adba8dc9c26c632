import Evidence
import Wording

extension RecordColumn<Event> {
    static let events: [RecordColumn] = [
        .init("id", show: .brief, isRequired: true) { event, _, _ in .text(event.id) },
        .init("title", show: .brief, isRequired: true) { .text($0.title[$2]) },
        .init("summary", isRequired: true) { .text($0.summary[$2]) },
        .init("date", .edtf, show: .brief, isRequired: true) { event, _, _ in .period(event.date) },
        .init("earliest", .date, show: .program) { event, _, _ in
            Cell(event.date.earliest)
        },
        .init("latest", .date, show: .program) { event, _, _ in Cell(event.date.latest)
        },
        .init("category", isRequired: true) { event, snapshot, _ in
            Cell(event.category, of: .category, in: snapshot.vocabulary)
        },
        .init("actors", separator: Column.ids) { event, snapshot, _ in
            Cell(event.actors, of: .actor, in: snapshot.vocabulary)
        },
        .init("places", separator: Column.ids) { event, snapshot, _ in
            Cell(event.places, of: .place, in: snapshot.vocabulary)
        },
        .init("statistics", separator: Column.ids, refersTo: "statistics") { event, _, _ in
            .list(event.statistics)
        },
        .init(
            "sources", of: "citations", separator: Column.ids, show: .program,
            refersTo: "sources"
        ) {
            event, _, _ in .list(event.citations.map(\.source).uniqued())
        },
        .citations { $0.citations },
    ]
}
