import Archive
import Evidence
import TestSupport
import Testing

@testable import Loading

@Suite("Claims in place of an event's date")
struct EventClaimTests {
    private let dataset: SmallDataset

    init() throws { dataset = try #require(SmallDataset.dated) }

    @Test("are decoded with their dates, calendars and places, which are citations of the event")
    func decoded() throws {
        let event = try #require(try dataset.load().events["relief"])
        #expect(event.claims.map(\.id) == ["relief-chronicle", "relief-gazette", "relief-proof"])
        #expect(event.claims.map(\.source) == ["chronicle", "gazette", "gazette"])
        #expect(event.claims.map(\.rank) == [.normal, .preferred, .deprecated])
        #expect(event.claims.map(\.date.calendar) == [.gregorian, .gregorian, .julian])
        #expect(event.claims.map(\.printed) == ["8 April", "the 12th", "20 May"])
        #expect(event.claims[1].citation.paraphrase?[LanguageTag("lt")] == "Atplaukė.")
        #expect(event.date == (try EDTF("1931-04-12")))
        #expect(event.citations.map(\.printed) == [["8 April"], ["the 12th"], ["20 May"], ["boats", "12 April"]])
        #expect(event.sources == ["chronicle", "gazette", "gazette", "gazette"])
    }

    @Test("are as good in batches, however small")
    func batches() throws {
        #expect(try dataset.problems(batch: 64) == [])
        let twice = try #require(
            dataset.replacing(#""id": "relief-proof""#, with: #""id": "left-main""#, in: "events.json"))
        for problems in [try twice.problems(), try twice.problems(batch: 64)] {
            #expect(problems.map(\.pointer) == ["/events/1/claims/2/id"])
            #expect(problems.map(\.found) == ["\"left-main\""])
        }
    }

    @Test(
        "are named by a version that changes them, each with its event",
        arguments: [
            (#", "event": "relief""#, nil), (#", "event": "flood""#, "a claim that dates \"flood\""),
            ("", "a claim of a figure (of a date: beside its \"event\")"),
        ])
    func changed(event: String, record: String?) throws {
        let named = try #require(
            dataset.replacing(#", "event": "relief""#, with: event, in: "changes.json"))
        let expected = record.map { ["the id of \($0), or one that a later version removed"] } ?? []
        #expect(try named.problems().map(\.expected) == expected)
        #expect(try named.problems().map(\.pointer) == expected.map { _ in "/changes/0/added/1/id" })
    }

    @Test("make other citations needless")
    func citations() throws {
        let place = #"{"source": "gazette", "locator": {"article": "2"}, "printed": ["boats", "12 April"]}"#
        let citations = ",\n  \"citations\": [" + place + "]"
        let bare = try #require(dataset.replacing(citations, with: "", in: "events.json"))
        #expect(try bare.load().events["relief"]?.citations.map(\.printed) == [["8 April"], ["the 12th"], ["20 May"]])
        let single = try #require(SmallDataset().replacing(citations, with: "", in: "events.json"))
        #expect(try single.problems().map(\.expected) == ["the member \"citations\""])
    }

    @Test("say why they are refused")
    func words() throws {
        let category = #""category": "relief""#
        let both = try #require(dataset.replacing(category, with: #""date": "1931", "# + category, in: "events.json"))
        #expect(
            try both.problems().map(\.expected)
                == ["no date beside \"claims\", which say themselves when the event was"])
        let neither = try #require(SmallDataset().replacing(SmallDataset.date + ", ", with: "", in: "events.json"))
        #expect(
            try neither.problems().map(\.expected)
                == ["the member \"date\", or \"claims\" with the date that each source gives"])
    }
}
