import Foundation
import TestSupport
import Testing

@Suite("A date that its source counts by the Julian calendar")
struct OldStyleTests {
    private let service: Service

    init() throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #""date": "1931-04-12""#, with: #""date": {"edtf": "1931-03-30", "calendar": "julian"}"#,
                in: "events.json")?
                .replacing(
                    #""period": "1931-04/1931-05""#, with: #""period": {"edtf": "-0043", "calendar": "julian"}"#,
                    in: "dataset.json"))
        service = try Service(hasPages: true, snapshot: try dataset.load())
    }

    @Test("is in JSON both as written and by the day that it is compared by")
    func json() throws {
        let answer = try service.get("/api/v1/events/relief").json()
        let event = try #require(answer["data"] as? [String: Any])
        let names = ["date", "written", "calendar", "earliest", "latest"]
        #expect(
            names.map { event[$0] as? String } == ["1931-04-12", "1931-03-30", "julian", "1931-04-12", "1931-04-12"])
        let other = try #require(try service.get("/api/v1/events/flood").json()["data"] as? [String: Any])
        #expect(["written", "calendar"].map { other[$0] as? String } == ["1931-04-10/1931-05", "gregorian"])
    }

    @Test("is compared by that day, and found by it")
    func compared() throws {
        let check = try service.get("/api/v1/checks/relief-in-flood").json()
        #expect((check["data"] as? [String: Any])?["verdict"] as? String == "consistent")
        let found = try service.get("/api/v1/events?from=1931-04-12&to=1931-04-12").json()["data"] as? [[String: Any]]
        #expect(found?.contains { $0["id"] as? String == "relief" } == true)
    }

    @Test(
        "is shown to people as written, with that day beside it",
        arguments: [
            ("/events/relief?lang=en", "30 March 1931 (Julian; 12 April 1931)"),
            ("/events/relief?lang=lt", "1931 m. kovo 30 d. (Julijaus kalendorius; 1931 m. balandžio 12 d.)"),
            ("/api/v1/events/relief.txt?lang=en", "30 March 1931 (Julian; 12 April 1931)"),
            ("/api/v1.txt?lang=en", "44 BCE (Julian; 30 December 45 BCE – 29 December 44 BCE)"),
        ])
    func people(path: String, words: String) throws {
        let text = try service.get(path).text.replacing(/\s+/, with: " ")
        #expect(text.contains(words))
    }
}
