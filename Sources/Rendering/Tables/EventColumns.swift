import Archive
import Evidence

extension RecordColumn<Event> {
    static let events: [RecordColumn] = [
        .init("id", "Id", "Id", show: .brief, isRequired: true) { event, _, _ in .text(event.id) },
        .init("title", "Title", "Pavadinimas", show: .brief, isRequired: true) { .text($0.title[$2]) },
        .init("summary", "Summary", "Santrauka", isRequired: true) { .text($0.summary[$2]) },
        .init("date", "Date", "Data", .edtf, show: .brief, isRequired: true) { event, _, _ in .period(event.date) },
        .init("earliest", "First day", "Pirmoji diena", .date, show: .program) { event, _, _ in
            Cell(event.date.earliest)
        },
        .init("latest", "Last day", "Paskutinė diena", .date, show: .program) { event, _, _ in Cell(event.date.latest)
        },
        .init("category", "Category", "Kategorija", isRequired: true) { event, snapshot, _ in
            Cell(event.category, of: snapshot.vocabulary.categories)
        },
        .init("actors", "Actors", "Veikėjai", separator: Column.ids) { event, snapshot, _ in
            Cell(event.actors, of: snapshot.vocabulary.actors)
        },
        .init("places", "Places", "Vietos", separator: Column.ids) { event, snapshot, _ in
            Cell(event.places, of: snapshot.vocabulary.places)
        },
        .init("statistics", "Statistics", "Rodikliai", separator: Column.ids, refersTo: "statistics") { event, _, _ in
            .list(event.statistics)
        },
        .init(
            "sources", "Sources", "Šaltiniai", of: "citations", separator: Column.ids, show: .program,
            refersTo: "sources"
        ) {
            event, _, _ in .list(event.citations.map(\.source).uniqued())
        },
        .citations { $0.citations },
    ]
}
