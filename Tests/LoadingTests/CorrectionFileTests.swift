import Archive
import Evidence
import TestSupport
import Testing

@testable import Loading

@Suite("Witnesses and corrections in the files")
struct CorrectionFileTests {
    private static let other = #""printed": "some 1 300","#
    private static let main = #""printed": "1,100","#

    private func dataset(_ changes: (String, String)...) throws -> SmallDataset {
        try changes.reduce(SmallDataset()) { dataset, change in
            try #require(dataset.replacing(change.0, with: change.0 + " " + change.1, in: "statistics.json"))
        }
    }

    @Test("A witness is a source, or a term of the vocabulary of witnesses")
    func witnesses() throws {
        #expect(try dataset((Self.other, #""witness": "chronicle","#)).problems() == [])
        let unknown = try dataset((Self.other, #""witness": "census","#))
        #expect(try unknown.problems().map(\.pointer) == ["/statistics/0/claims/1/witness"])
        let known = unknown.replacing(
            #""categories": ["#,
            with: #""witnesses": [{"id": "census", "label": {"en": "Census", "lt": "Surašymas"}}], "categories": ["#,
            in: "dataset.json")
        #expect(try #require(known).problems() == [])
    }

    @Test("A claim corrects one of the same statistic, and none corrects itself by way of others")
    func corrections() throws {
        #expect(try dataset((Self.other, #""corrects": "left-main","#)).problems() == [])
        let elsewhere = try dataset((Self.other, #""corrects": "right-main","#))
        #expect(try elsewhere.problems().map(\.found) == ["\"right-main\""])
        let circle = try dataset((Self.other, #""corrects": "left-main","#), (Self.main, #""corrects": "left-other","#))
        #expect(
            try circle.problems().filter { $0.found == "a circle" }.map(\.pointer) == [
                "/statistics/0/claims/0/corrects", "/statistics/0/claims/1/corrects",
            ])
    }

    @Test("Claims of an event's date have witnesses and corrections too")
    func dates() throws {
        let dated = try #require(SmallDataset.dated)
        let rank = #""rank": "preferred""#
        let corrected = try #require(
            dated.replacing(
                rank, with: rank + #", "corrects": "relief-chronicle", "witness": "gazette""#, in: "events.json"))
        let event = try #require(try corrected.load().events["relief"])
        #expect(event.claims.map(\.corrects) == [nil, "relief-chronicle", nil])
        #expect(event.claims.map(\.namedWitness) == [nil, "gazette", nil])
        #expect(event.standingClaims.map(\.id) == ["relief-gazette"])
    }
}
