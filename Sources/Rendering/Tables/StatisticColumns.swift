import Archive
import Evidence
import Wording

extension RecordColumn<Statistic> {
    static let statistics: [RecordColumn] = [
        .init("id", "Id", "Id", show: .brief, isRequired: true) { statistic, _, _ in .text(statistic.id) },
        .init("title", "Title", "Pavadinimas", show: .brief, isRequired: true) { .text($0.title[$2]) },
        .init("measure", "Measure", "Kas skaičiuojama", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.measure, of: snapshot.vocabulary.measures)
        },
        .init("population", "Population", "Grupė", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.population, of: snapshot.vocabulary.populations)
        },
        .init("unit", "Unit", "Vienetas", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.unit, of: snapshot.vocabulary.units)
        },
        .init("period", "Period", "Laikotarpis", .edtf, isRequired: true) { statistic, _, _ in .period(statistic.period)
        },
        .init("earliest", "First day", "Pirmoji diena", .date, show: .program) { statistic, _, _ in
            Cell(statistic.period.earliest)
        },
        .init("latest", "Last day", "Paskutinė diena", .date, show: .program) { statistic, _, _ in
            Cell(statistic.period.latest)
        },
        .init("contested", "Contested", "Ginčijama", .boolean, show: .brief, isRequired: true) { statistic, _, _ in
            .flag(statistic.isContested)
        },
        .init("low", "Low", "Nuo", .decimal, show: .brief) { statistic, _, _ in Cell(statistic.range.low) },
        .init("high", "High", "Iki", .decimal, show: .brief) { statistic, _, _ in Cell(statistic.range.high) },
        .init("note", "Note", "Pastaba") { Cell($0.note?[$2]) },
        .init(
            "claims", "Claims", "Teiginiai", separator: Column.ids, show: .program, isRequired: true, refersTo: "claims"
        ) {
            statistic, _, _ in .list(statistic.claims.map(\.id))
        },
        .init(
            "claimCount", "Number of claims", "Teiginių skaičius", .integer, of: "claims", show: .program,
            isRequired: true
        ) {
            statistic, _, _ in Cell(statistic.claims.count)
        },
        .init(
            "sources", "Sources", "Šaltiniai", of: "claims", separator: Column.ids, show: .program, refersTo: "sources"
        ) {
            statistic, _, _ in .list(statistic.claims.map(\.source).uniqued())
        },
        .init(
            "discrepancies", "Discrepancies", "Neatitikimai", separator: Column.ids, refersTo: "discrepancies"
        ) { statistic, snapshot, _ in
            .list(snapshot.discrepancies.records(where: "statistic", is: statistic.id).map(\.id))
        },
        .init("events", "Events", "Įvykiai", separator: Column.ids, refersTo: "events") { statistic, snapshot, _ in
            .list(snapshot.events.records(where: "statistic", is: statistic.id).map(\.id))
        },
        .citations { $0.citations },
    ]
}

extension RecordColumn {
    /// Where it stands in the sources, in words.
    static func citations(_ citations: @escaping @Sendable (Record) -> [Citation]) -> RecordColumn {
        .init("citations", "Citations", "Nuorodos", separator: Column.phrases) { record, _, language in
            .list(citations(record).map { $0.text(in: language) })
        }
    }
}
