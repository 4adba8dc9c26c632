import Archive
package import Evidence
import Wording

extension RecordEncoding<Statistic> {
    package static let statistics = RecordEncoding(
        path: "statistics",
        singular: "statistic",
        members: [
            "id", "title", "measure", "population", "unit", "period", "earliest", "latest", "contested", "low", "high",
            "silent", "figure", "note", "claims", "discrepancies", "events", "citations", "links",
        ],
        title: .statistics,
        id: \.id,
        columns: RecordColumn.statistics,
        tables: { statistic, snapshot, language, page in page.claims(statistic.claims, from: snapshot, in: language) },
        links: { statistic in
            let hasValue = statistic.standingClaims.contains(where: \.quantity.isKnown)
            return [
                ("chart", "charts/statistics/\(statistic.id)"), ("picture", "/charts/statistics/\(statistic.id).svg"),
            ] + (hasValue ? [("measure", "/charts/measures/\(statistic.measure).svg")] : [])
        },
        viewed: RecordColumn<Statistic>.viewed
    ) { statistic, snapshot, writer in
        let language = writer.language
        writer.member("id", statistic.id)
        writer.member("title", statistic.title)
        writer.member("measure", statistic.measure)
        writer.member("population", statistic.population)
        writer.member("unit", statistic.unit)
        writer.member("period", statistic.period.text)
        writer.member("earliest", statistic.period.earliest?.description)
        writer.member("latest", statistic.period.latest?.description)
        writer.member("contested", statistic.isContested)
        writer.member("low", statistic.range.low)
        writer.member("high", statistic.range.high)
        writer.figure(of: statistic)
        writer.member("note", statistic.note)
        writer.member("claims") { $0.claims(statistic.claims, from: snapshot, in: language) }
        writer.member("discrepancies", snapshot.discrepancies.records(where: "statistic", is: statistic.id).map(\.id))
        writer.member("events", snapshot.events.records(where: "statistic", is: statistic.id).map(\.id))
        writer.member("citations") { $0.citations(statistic.citations) }
    }
}
