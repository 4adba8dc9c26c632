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
        #expect(try page("/events").components(separatedBy: #"<span class="tag">"#).count == 2)
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

    @Test("lead nowhere that is not there", arguments: ["en", "lt"])
    func links(language: String) throws {
        let answers = try Crawl(service, from: ["/events/relief?lang=\(language)"]).answers
        for (path, answer) in answers {
            #expect(answer.status == 200 || path.hasPrefix("/api/v1/search"), "\(path)")
        }
    }
}
