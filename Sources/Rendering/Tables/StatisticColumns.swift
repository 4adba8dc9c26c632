import Archive
import Evidence
import Wording

extension RecordColumn<Statistic> {
    static let statistics: [RecordColumn] = [
        .init("id", show: .brief, isRequired: true) { statistic, _, _ in .text(statistic.id) },
        .init("title", show: .brief, isRequired: true) { .text($0.title[$2]) },
        .init("measure", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.measure, of: .measure, in: snapshot.vocabulary)
        },
        .init("population", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.population, of: .population, in: snapshot.vocabulary)
        },
        .init("unit", isRequired: true) { statistic, snapshot, _ in
            Cell(statistic.unit, of: .unit, in: snapshot.vocabulary)
        },
        .init("period", .edtf, isRequired: true) { statistic, _, _ in .period(statistic.period)
        },
        .init("earliest", .date, show: .program) { statistic, _, _ in
            Cell(statistic.period.earliest)
        },
        .init("latest", .date, show: .program) { statistic, _, _ in
            Cell(statistic.period.latest)
        },
        .init("contested", .boolean, show: .brief, isRequired: true) { statistic, _, _ in
            .flag(statistic.isContested)
        },
        .init("low", .decimal, show: .brief) { statistic, _, _ in Cell(statistic.range.low) },
        .init("high", .decimal, show: .brief) { statistic, _, _ in Cell(statistic.range.high) },
        .init("note") { Cell($0.note?[$2]) },
        .init(
            "claims", separator: Column.ids, show: .program, isRequired: true, refersTo: "claims"
        ) {
            statistic, _, _ in .list(statistic.claims.map(\.id))
        },
        .init(
            "claimCount", .integer, of: "claims", show: .program,
            isRequired: true
        ) {
            statistic, _, _ in Cell(statistic.claims.count)
        },
        .init(
            "sources", of: "claims", separator: Column.ids, show: .program, refersTo: "sources"
        ) {
            statistic, _, _ in .list(statistic.claims.map(\.source).uniqued())
        },
        .init(
            "discrepancies", separator: Column.ids, refersTo: "discrepancies"
        ) { statistic, snapshot, _ in
            .list(snapshot.discrepancies.records(where: "statistic", is: statistic.id).map(\.id))
        },
        .init("events", separator: Column.ids, refersTo: "events") { statistic, snapshot, _ in
            .list(snapshot.events.records(where: "statistic", is: statistic.id).map(\.id))
        },
        .citations { $0.citations },
    ]
}

extension RecordColumn {
    /// Where it stands in the sources, in words.
    static func citations(_ citations: @escaping @Sendable (Record) -> [Citation]) -> RecordColumn {
        .init("citations", separator: Column.phrases) { record, _, language in
            .list(citations(record).map { $0.text(in: language) })
        }
    }
}
