import Archive
import Foundation
import TestSupport
import Testing

/// Changes, orders and formulas as people and programs read them.
@Suite("Pages and data of changes, orders and formulas")
struct FurtherRelationPagesTests {
    private let service: Service

    init() throws {
        let failing = FurtherRelations.failing
        let dataset = FurtherRelations.dataset(
            try #require(failing["change"]), try #require(failing["before"]), try #require(failing["formula"]),
            try #require(failing["days"]))
        service = try Service(hasPages: true, snapshot: try #require(dataset).load())
    }

    @Test(
        "tell the arithmetic in words",
        arguments: [
            ("rose", "en", "801 × (100% + 7.50%) = 861.075 ≠ 2,001"),
            ("rose", "lt", "801 × (100\u{A0}% + 7,50\u{A0}%) = 861,075 ≠ 2\u{A0}001"),
            ("first", "en", "days from May 1931 to 12 April 1931 ≠ 2–90"),
            ("rest", "en", "2,001 − 801 = 1,200 < 1.5 × (400 + 600) = 1,500"),
            ("wait", "en", "days from 10 April 1931 to 12 April 1931 = 2 > 1"),
            ("wait", "lt", "dienos nuo 1931 m. balandžio 10 d. iki 1931 m. balandžio 12 d. = 2 > 1"),
        ])
    func arithmetic(id: String, language: String, text: String) throws {
        let answer = try service.get("/api/v1/checks/\(id)?lang=\(language)&fields=readings")
        #expect(answer.text.contains("\"arithmetic\":\"\(text)\""), "\(answer.text)")
        let page = try service.get("/discrepancies/\(id)?lang=\(language)", ["Accept": "text/html"])
        #expect(page.status == 200)
        let shown = text.replacing(">", with: "&gt;").replacing("<", with: "&lt;")
        #expect(page.text.contains(shown), "\(page.text)")
    }

    @Test(
        "have a lesson, a table and a text each, and a picture where figures are compared",
        arguments: ["rose", "first", "rest", "wait"])
    func forms(id: String) throws {
        for target in [
            "/lessons/\(id)", "/lessons/\(id)?lang=lt", "/api/v1/checks/\(id).csv",
            "/api/v1/checks/\(id).txt", "/api/v1/discrepancies/\(id).txt?lang=lt", "/api/v1/discrepancies/\(id).jsonld",
        ] + (["rose", "rest"].contains(id) ? ["/charts/discrepancies/\(id).svg"] : []) {
            let answer = try service.get(target, ["Accept": "*/*"])
            #expect(answer.status == 200, "\(target): \(answer.text)")
            #expect(!answer.text.contains("lessonFind") && !answer.text.contains("lessonWork"), "\(target)")
        }
    }

    @Test("A lesson says that an end is open")
    func openEnd() throws {
        let dataset = FurtherRelations.dataset(try #require(FurtherRelations.failing["before"]))?
            .replacing("1931-04-10/1931-05", with: "1931-04-10/..", in: "events.json")
        let service = try Service(hasPages: true, snapshot: try #require(dataset).load())
        let page = try service.get("/lessons/first", ["Accept": "text/html"])
        #expect(page.text.contains("begins 10 April 1931; ends open"), "\(page.text)")
    }

    @Test("are as their schemas say, a formula with its text and terms")
    func schemas() throws {
        let targets = ["rose", "first", "rest", "wait"].flatMap { id in
            [("/api/v1/checks/\(id)", "answer-check.json"), ("/api/v1/discrepancies/\(id)", "answer-discrepancy.json")]
        }
        let answers = try targets.map { (try service.get($0.0), $0.1) }
        let accepted = try SchemaOracle.accepts(answers.map { .init(schema: $0.1, text: $0.0.text) }, by: service)
        for (target, isAccepted) in zip(targets, accepted) { #expect(isAccepted, "\(target)") }
        let wait = try service.get("/api/v1/checks/wait?fields=formula").text
        #expect(
            wait.contains(
                #""formula":{"text":"days(rise, boats) <= 1","terms":[{"name":"rise","event":"flood","bound":"start"},"#
                    + #"{"name":"boats","event":"relief","bound":"start"}]}"#),
            "\(wait)")
    }

    @Test(
        "A failure has its kind, and a difference in the unit of what is compared",
        arguments: [
            ("rose", "change-mismatch", "count"), ("first", "order-conflict", "days"),
            ("rest", "formula-mismatch", "count"), ("wait", "formula-mismatch", "days"),
        ])
    func failures(id: String, kind: String, unit: String) throws {
        let text = try service.get("/api/v1/discrepancies/\(id)?fields=kind,difference").text
        #expect(text.contains("\"kind\":\"\(kind)\""), "\(text)")
        #expect(text.contains("\"unit\":\"\(unit)\""), "\(text)")
    }
}
