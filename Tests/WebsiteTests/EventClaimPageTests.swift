import Foundation
import TestSupport
import Testing

@Suite("Pages of an event that sources date")
struct EventClaimPageTests {
    private let service: Service

    init() throws {
        service = try Service(hasPages: true, snapshot: try #require(SmallDataset.dated).load())
    }

    private func page(_ path: String, _ language: String = "en") throws -> String {
        let answer = try service.get(path + "?lang=" + language, ["Accept": "text/html"])
        #expect(answer.status == 200, "\(path)")
        return answer.text
    }

    @Test(
        "show each date with its source, its place and what is printed",
        arguments: [
            ("en", ["8 April 1931 / 12 April 1931", "The sources do not agree on the date.", "A Sunday."]),
            (
                "lt",
                ["1931 m. balandžio 8 d. / 1931 m. balandžio 12 d.", "Šaltiniai nesutaria dėl datos.", "Atplaukė."]
            ),
        ])
    func event(language: String, texts: [String]) throws {
        let page = try page("/events/relief", language).replacing("\u{A0}", with: " ")
        for text in texts + [#"id="relief-gazette""#, "1931-06-02", "the 12th"] {
            #expect(page.contains(text), "\(text) in \(page)")
        }
        #expect(try !self.page("/events/flood", language).contains("relief-gazette"))
    }

    @Test("mark it in the list of events")
    func list() throws {
        let list = try page("/events")
        #expect(list.components(separatedBy: #"<span class="tag">"#).count == 2)
        #expect(list.contains("Chronicle of the river, 1932: 8 April 1931 <span"), "\(list)")
        #expect(list.contains("12 April 1931; Upė: 8 April 1931 (contested): Relief comes"), "\(list)")
    }

    @Test("name whose dates a reading rests on, and by whose it fits")
    func discrepancy() throws {
        let page = try page("/discrepancies/relief-in-flood")
        #expect(page.contains("By the dates of Gazette it fits"), "\(page)")
        for language in ["en", "lt"] {
            let lesson = try self.page("/lessons/relief-in-flood", language)
            #expect(lesson.contains("8") && lesson.contains("12"), "\(lesson)")
        }
    }

    @Test("are listed on the pages of the sources, each with its event")
    func sources() throws {
        let chronicle = try page("/sources/chronicle")
        #expect(chronicle.contains(#"<tr id="relief-chronicle">"#) && !chronicle.contains("relief-gazette"))
        #expect(chronicle.contains(#">Relief comes</a>"#) && chronicle.contains("8 April"))
        let gazette = try page("/sources/gazette")
        #expect(gazette.contains(#"<tr id="relief-gazette">"#) && gazette.contains("(deprecated)"), "\(gazette)")
        let plain = try Service(hasPages: true, snapshot: SmallDataset().load())
        #expect(try !plain.get("/sources/chronicle", ["Accept": "text/html"]).text.contains("relief-"))
        #expect(try !plain.get("/sources/chronicle", ["Accept": "text/html"]).text.contains("Whose date"))
    }

    @Test("say what connects the witnesses of the dates")
    func witnesses() throws {
        #expect(try page("/discrepancies/relief-in-flood").contains("one depends on the other"))
        let rank = #""rank": "preferred""#
        let dataset = try #require(
            SmallDataset.dated?.replacing(rank, with: rank + #", "witness": "chronicle""#, in: "events.json"))
        let service = try Service(hasPages: true, snapshot: dataset.load())
        let page = try service.get("/discrepancies/relief-in-flood?lang=en", ["Accept": "text/html"]).text
        #expect(page.contains("All of it goes back to one witness: "), "\(page)")
    }

    @Test("lead nowhere that is not there", arguments: ["en", "lt"])
    func links(language: String) throws {
        let answers = try Crawl(service, from: ["/events/relief?lang=\(language)"]).answers
        for (path, answer) in answers {
            #expect(answer.status == 200 || path.hasPrefix("/api/v1/search"), "\(path)")
        }
    }
}
