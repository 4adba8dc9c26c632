import TestSupport

@testable import Loading

extension BrokenDataset {
    /// Claims in place of an event's date.
    static let dates = [
        row("A date beside claims", claim() + #"], "date": "1931-04-12""#, at: "/date", .structure),
        row("No claim", "", at: "/claims", .structure),
        row("A claim without its date", claim(date: ""), at: "/claims/0", .structure),
        row("A claim without what is printed", claim(printed: ""), at: "/claims/0", .structure),
        row("A claim with a figure", claim(more: #", "value": 3"#), at: "/claims/0/value", .structure),
        row("An unknown rank", claim(rank: "best"), at: "/claims/0/rank", .structure),
        row("A claim of a day that is none", claim(date: #""date": "1931-02-30", "#), at: "/claims/0/date"),
        row("Claims of which none stands", claim(rank: "deprecated"), at: "/claims"),
        row("The id of another claim of the event", claim() + ", " + claim(), at: "/claims/1/id"),
        row("The id of a claim of a figure", claim("left-main"), at: "/claims/0/id"),
        row(
            "A correction of another event's claim", claim(more: #", "corrects": "left-main""#),
            at: "/claims/0/corrects"),
        row("A witness that is not there", claim(more: #", "witness": "census""#), at: "/claims/0/witness"),
        row("A source that is not there", claim(source: "annals"), at: "/claims/0/source"),
        row(
            "A place that the source does not have", claim(more: #", "locator": {"paragraph": 3, "sentence": 1}"#),
            at: "/claims/0/locator"),
        BrokenDataset(
            "Neither a date nor claims", "events", SmallDataset.date + ", ", "", at: "/events/1", .structure),
    ]

    private static func row(
        _ what: String, _ claims: String, at pointer: String, _ kind: DatasetProblem.Kind = .meaning
    ) -> BrokenDataset {
        let end = claims.contains(#"], "date""#) ? "" : "]"
        return BrokenDataset(
            what, "events", SmallDataset.date, #""claims": ["# + claims + end, at: "/events/1" + pointer, kind)
    }

    private static func claim(
        _ id: String = "relief-main", date: String = #""date": "1931-04-12", "#, source: String = "chronicle",
        printed: String = #""printed": "12 April", "#, rank: String = "normal", more: String? = nil
    ) -> String {
        let place = more?.contains("locator") == true ? "" : #", "locator": {"paragraph": 1, "sentence": 1}"#
        let members = date + printed + #""source": "\#(source)", "attribution": "main", "rank": "\#(rank)""#
        return #"{"id": "\#(id)", \#(members)\#(place)\#(more ?? "")}"#
    }
}
