import Evidence
import HTTPCore

extension RecordEncoding<Claim> {
    static let claims = RecordEncoding(
        path: "claims",
        members: [
            "id", "statistic", "value", "low", "high", "qualifier", "precision", "printed", "attribution", "rank",
            "source",
            "locator", "note", "links",
        ],
        id: \.id
    ) { claim, _, writer in
        writer.member("id", claim.id)
        writer.member("statistic", claim.statistic)
        writer.member("value", claim.quantity.value)
        writer.member("low", claim.quantity.interval.low)
        writer.member("high", claim.quantity.interval.high)
        writer.member("qualifier", claim.quantity.qualifier.rawValue)
        writer.member("precision", claim.quantity.precision)
        writer.member("printed", claim.printed)
        writer.member("attribution", claim.attribution.rawValue)
        writer.member("rank", claim.rank.rawValue)
        writer.member("source", claim.source)
        writer.member("locator") { $0.locator(claim.locator) }
        writer.member("note", claim.note)
    }
}
