import Archive
import Foundation
import TestSupport
import Testing

@Suite("An event that sources date, as data")
struct EventClaimAnswerTests {
    private let service: Service

    init() throws {
        service = try Service(hasPages: true, snapshot: try #require(SmallDataset.dated).load())
    }

    @Test("has its claims with their dates, places and words, and says that it is contested")
    func record() throws {
        let record = try service.get("/api/v1/events/relief?lang=en").record()
        #expect(record["date"] as? String == "1931-04-12")
        #expect(record["contested"] as? Bool == true)
        let claims = try #require(record["claims"] as? [[String: Any]])
        #expect(claims.compactMap { $0["date"] as? String } == ["1931-04-08", "1931-04-12", "1931-06-02"])
        #expect(claims.compactMap { $0["dateInWords"] as? String }.prefix(2) == ["8 April 1931", "12 April 1931"])
        #expect(claims.compactMap { $0["written"] as? String }.last == "1931-05-20")
        #expect(claims.compactMap { $0["printed"] as? String } == ["8 April", "the 12th", "20 May"])
        #expect(claims.compactMap { $0["rank"] as? String } == ["normal", "preferred", "deprecated"])
        #expect((claims[0]["locator"] as? [String: Any])?["sentence"] as? Int == 2)
        #expect(claims[1]["paraphrase"] as? String == "They rowed in.")
        let other = try service.get("/api/v1/events/flood").record()
        #expect(other["contested"] as? Bool == false && other["claims"] == nil)
    }

    @Test("is as the schemas describe it, in every answer that names it")
    func schemas() throws {
        let targets = [
            ("event", "/api/v1/events/relief"), ("events", "/api/v1/events?facets=contested"),
            ("check", "/api/v1/checks/relief-in-flood"), ("discrepancy", "/api/v1/discrepancies/relief-in-flood"),
            ("readings", "/api/v1/checks/relief-in-flood/readings"),
            ("check", "/api/v1/checks/relief-in-flood?viewpoint=gazette"),
        ]
        let answers = try targets.map { ($0.0, try service.get($0.1)) }
        for (name, answer) in answers { #expect(answer.status == 200, "\(name)") }
        let accepted = try SchemaOracle.accepts(
            answers.map { .init(schema: "answer-\($0.0).json", text: $0.1.text) }, by: service)
        for (answer, isAccepted) in zip(answers, accepted) { #expect(isAccepted, "\(answer.0): \(answer.1.text)") }
    }

    @Test(
        "is found by each date that stands, and stands in lists at the preferred one",
        arguments: [
            ("from=1931-04-08&to=1931-04-08", ["relief"]), ("from=1931-04-12&to=1931-04-12", ["flood", "relief"]),
            ("to=1931-04-09", ["relief"]), ("from=1931-06-01", []), ("from=1931-04-09&to=1931-04-11", ["flood"]),
            ("", ["flood", "relief"]), ("sort=-date", ["relief", "flood"]), ("contested=true", ["relief"]),
            ("contested=false", ["flood"]), ("source=chronicle", ["flood", "relief"]), ("q=rowed", ["relief"]),
            ("category=relief&from=1931-04-08&to=1931-04-08", ["relief"]),
        ])
    func found(query: String, ids: [String]) throws {
        #expect(try service.get("/api/v1/events?" + query).ids() == ids)
    }

    @Test("has a reading for each date, which names the source")
    func readings() throws {
        let record = try service.get("/api/v1/checks/relief-in-flood?lang=en").record()
        let readings = try #require(record["readings"] as? [[String: Any]])
        let dates = readings.compactMap { $0["dates"] as? [[String: String]] }
        #expect(
            dates == [
                [["event": "relief", "claim": "relief-chronicle", "source": "chronicle", "date": "1931-04-08"]],
                [["event": "relief", "claim": "relief-gazette", "source": "gazette", "date": "1931-04-12"]],
            ])
        #expect(readings.compactMap { $0["label"] as? String } == ["main", "main"])
        let text = try service.get("/api/v1/checks/relief-in-flood.txt?lang=en").text
        #expect(text.contains(/chronicle +contradiction/) && text.contains(/gazette +consistent/), "\(text)")
    }

    @Test("lists its dates in text and tables, and in linked data as the word of each source")
    func formats() throws {
        let text = try service.get("/api/v1/events/relief.txt?lang=en").text
        #expect(text.contains(/8 April 1931 +main text/), "\(text)")
        #expect(text.contains("deprecated"), "\(text)")
        let csv = try service.get("/api/v1/events.csv?fields=id,contested,claims").text
        #expect(csv.contains("relief,true,relief-chronicle relief-gazette relief-proof"), "\(csv)")
        #expect(csv.contains("flood,false,\r\n"), "\(csv)")
        let linked = try service.get("/api/v1/events/relief.jsonld").json()
        #expect(linked["date"] as? [String] == ["1931-04-08", "1931-04-12"])
        #expect(linked["startDate"] == nil)
        #expect((linked["subjectOf"] as? [[String: Any]])?.count == 2, "what its source withdrew is no word of it")
    }
}
