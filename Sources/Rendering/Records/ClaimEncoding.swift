import Archive
package import Evidence
import Wording

extension RecordEncoding<Claim> {
    package static let claims = RecordEncoding(
        path: "claims",
        singular: "claim",
        members: [
            "id", "statistic", "title", "unit", "period", "value", "low", "high", "qualifier", "precision", "printed",
            "attribution", "rank",
            "source",
            "locator", "note", "chosen", "links",
        ],
        title: .claims,
        id: \.id,
        columns: RecordColumn.claims,
        links: { [("statistic", "statistics/\($0.statistic)"), ("source", "sources/\($0.source)")] },
        viewed: RecordColumn<Claim>.viewed
    ) { claim, snapshot, writer in
        let statistic = snapshot.statistics[claim.statistic]
        writer.member("id", claim.id)
        writer.member("statistic", claim.statistic)
        // What the figure answers, so that a row is understood by itself.
        writer.member("title", statistic?.title)
        writer.member("unit", statistic?.unit)
        writer.member("period", statistic?.period.text)
        writer.member("value", claim.quantity.value)
        writer.member("low", claim.quantity.interval.low)
        writer.member("high", claim.quantity.interval.high)
        writer.member("qualifier", claim.quantity.qualifier.rawValue)
        writer.member("precision", claim.quantity.readPrecision)
        writer.member("printed", claim.printed)
        writer.member("attribution", claim.attribution.rawValue)
        writer.member("rank", claim.rank.rawValue)
        writer.member("source", claim.source)
        writer.member("locator") { $0.locator(claim.locator) }
        writer.member("note", claim.note)
        writer.choice(of: claim, from: snapshot)
    }
}
