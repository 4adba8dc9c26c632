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
        #expect(claims.compactMap { $0["witness"] as? String } == ["chronicle", "gazette", "gazette"])
        #expect(claims.allSatisfy { $0["corrects"] is NSNull && $0["withdrawnBy"] is NSNull })
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
        let all = try #require(record["dates"] as? [[String: String]])
        #expect(all == dates.flatMap { $0 }, "the check names the dates that its readings put against each other")
        let discrepancy = try service.get("/api/v1/discrepancies/relief-in-flood").record()
        #expect(discrepancy["dates"] as? [[String: String]] == all)
        let text = try service.get("/api/v1/checks/relief-in-flood.txt?lang=en").text
        #expect(text.contains(/chronicle +contradiction/) && text.contains(/gazette +consistent/), "\(text)")
    }

    @Test("lists its dates in text and tables, and in linked data as the word of each source")
    func formats() throws {
        let text = try service.get("/api/v1/events/relief.txt?lang=en").text
        #expect(text.contains(/8 April 1931 +own data +normal +chronicle/), "\(text)")
        #expect(text.contains("deprecated"), "\(text)")
        let csv = try service.get("/api/v1/events.csv?fields=id,contested,claims").text
        let row =
            "relief,true,relief-chronicle relief-gazette relief-proof,1931-04-08 1931-04-12 1931-06-02,"
            + "normal preferred deprecated,,\r\n"
        #expect(csv.contains(row), "\(csv)")
        #expect(csv.contains("flood,false,,,,,\r\n"), "\(csv)")
        let checks = try service.get("/api/v1/checks.csv?fields=id,dates").text
        #expect(checks.contains("relief-in-flood,relief-chronicle relief-gazette"), "\(checks)")
        let discrepancy = try service.get("/api/v1/discrepancies/relief-in-flood.txt?lang=en").text
        #expect(discrepancy.contains(/12 April 1931 +own data +preferred +gazette/), "\(discrepancy)")
        let linked = try service.get("/api/v1/events/relief.jsonld").json()
        #expect(linked["date"] as? [String] == ["1931-04-08", "1931-04-12"])
        #expect(linked["startDate"] == nil)
        let words = try #require(linked["subjectOf"] as? [[String: Any]])
        let paths = ["chronicle", "gazette"].map { "/api/v1/events/relief#relief-\($0)" }
        #expect(words.compactMap { $0["@id"] as? String } == paths, "what its source withdrew is no word of it")
        let check = try service.get("/api/v1/checks/relief-in-flood.jsonld").json()
        #expect(check["isBasedOn"] as? [String] == paths)
        let readings = try #require(check["hasPart"] as? [[String: Any]])
        #expect(readings.compactMap { $0["date"] as? [String] } == [["1931-04-08"], ["1931-04-12"]])
        #expect(readings.compactMap { $0["isBasedOn"] as? [String] } == paths.map { [$0] })
        #expect(
            readings.compactMap { $0["wasDerivedFrom"] as? [String] }.compactMap(\.first)
                == ["chronicle", "gazette"].map { "/api/v1/sources/\($0)" })
    }

    @Test("has all its dates on a map, and in words whose they are")
    func map() throws {
        let answer = try service.get("/api/v1/events.geojson?lang=en").json()
        let features = try #require(answer["features"] as? [[String: Any]])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        let relief = try #require(properties.first { $0["category"] as? String == "relief" })
        #expect(relief["date"] as? String == "1931-04-12")
        #expect(relief["dateInWords"] as? String == "12 April 1931; Upė: 8 April 1931 (contested)")
        let claims = try #require(relief["claims"] as? [[String: Any]])
        #expect(claims.compactMap { $0["date"] as? String } == ["1931-04-08", "1931-04-12", "1931-06-02"])
        let flood = try #require(properties.first { $0["category"] as? String == "flood" })
        #expect(flood["claims"] == nil)
    }

    @Test("is named beside the claim of a date that a version added, as data, in tables and in the feed")
    func changes() throws {
        let answer = try service.get("/api/v1/changes/1-0-0")
        let added = try #require(try answer.record()["added"] as? [[String: String]])
        #expect(
            added == [
                ["kind": "events", "id": "relief"], ["kind": "claims", "id": "relief-proof", "event": "relief"],
            ])
        let accepted = try SchemaOracle.accepts([.init(schema: "answer-change.json", text: answer.text)], by: service)
        #expect(accepted == [true])
        let csv = try service.get("/api/v1/changes.csv?fields=version,added").text
        #expect(csv.contains("1.0.0,events/relief events/relief#relief-proof\r\n"), "\(csv)")
        let feed = try service.get("/api/v1/changes.atom?lang=en").text
        #expect(feed.contains("added: events/relief#relief-proof\n"), "\(feed)")
    }

    @Test("says everywhere which of its dates is corrected, by what, and is found by no such date")
    func corrected() throws {
        let rank = #""rank": "preferred""#
        let dataset = try #require(
            SmallDataset.dated?.replacing(
                rank, with: rank + #", "corrects": "relief-chronicle""#, in: "events.json"))
        let service = try Service(hasPages: true, snapshot: try dataset.load())
        let record = try service.get("/api/v1/events/relief").record()
        #expect(record["contested"] as? Bool == false)
        let claims = try #require(record["claims"] as? [[String: Any]])
        #expect(claims.map { $0["withdrawnBy"] as? String } == ["relief-gazette", nil, nil])
        #expect(claims.map { $0["corrects"] as? String } == [nil, "relief-chronicle", nil])
        let text = try service.get("/api/v1/events/relief.txt?lang=en").text
        #expect(text.contains(/8 April +own data +normal +relief-gazette/), "\(text)")
        let csv = try service.get("/api/v1/events.csv?fields=id,claims").text
        #expect(csv.contains("normal preferred deprecated,relief-chronicle,relief-gazette\r\n"), "\(csv)")
        #expect(try service.get("/api/v1/events?from=1931-04-08&to=1931-04-08").ids() == [])
        #expect(try service.get("/api/v1/checks/relief-in-flood").record()["verdict"] as? String == "consistent")
        let page = try service.get("/events/relief?lang=en", ["Accept": "text/html"]).text
        #expect(page.contains("withdrawn, corrected by Gazette: 12"), "\(page)")
        #expect(
            try SchemaOracle.accepts(
                [.init(schema: "answer-event.json", text: try service.get("/api/v1/events/relief").text)], by: service)
                == [true])
    }

    @Test("has all its dates in a timeline's words, whose they are, and that it is contested")
    func timeline() throws {
        let slides = try #require(try service.get("/api/v1/timeline.json?lang=en").json()["events"] as? [[String: Any]])
        let dates = slides.compactMap { $0["display_date"] as? String }
        #expect(dates.last == "12 April 1931; Upė: 8 April 1931 (contested)")
        #expect(dates.first?.contains(";") == false)
        let csv = try service.get("/api/v1/timeline.csv?lang=en").text
        #expect(csv.contains("12 April 1931; Upė: 8 April 1931 (contested)"), "\(csv)")
    }
}
