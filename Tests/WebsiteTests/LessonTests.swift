import Foundation
import Foundations
import HTTPCore
import TestSupport
import Testing

@Suite("Lessons")
struct LessonTests {
    private static let origin: KeyValuePairs = ["Host": "akistata.example"]

    @Test("Every discrepancy has a worksheet with five questions and as many answers", arguments: ["en", "lt"])
    func everyDiscrepancy(language: String) throws {
        let service = try Service(hasPages: true)
        let discrepancies = try service.all("/api/v1/discrepancies?lang=\(language)")
        #expect(discrepancies.count == 19)
        for discrepancy in discrepancies {
            let id = try #require(discrepancy["id"] as? String)
            let answer = try service.get("/lessons/\(id)?lang=\(language)", Self.origin)
            #expect(answer.status == 200)
            let page = answer.text
            #expect(page.contains("<html lang=\"\(language)\">"))
            #expect(page.components(separatedBy: "<li class=\"room").count - 1 == 5, "\(id)")
            #expect(page.components(separatedBy: "<p class=\"asked\">").count - 1 == 5, "\(id)")
            // No label without its text, and none with a gap in it.
            #expect(page.firstMatch(of: />lesson[A-Z]|\{[a-z]+\}/) == nil, "\(id)")
            #expect(!page.contains("<li></li>"), "\(id)")
        }
    }

    @Test("A worksheet shows every figure as it is printed")
    func figures() throws {
        let service = try Service(hasPages: true)
        for discrepancy in try service.all("/api/v1/discrepancies") {
            let id = try #require(discrepancy["id"] as? String)
            let page = try service.get("/lessons/\(id)", Self.origin).text
            let sheet = try #require(page.components(separatedBy: "class=\"sheet key\"").first)
            for claim in try #require(discrepancy["claims"] as? [[String: Any]]) {
                let printed = try #require(claim["printed"] as? String)
                #expect(sheet.contains(">\(printed)<"), "\(id): \(printed)")
            }
        }
    }

    static let answers: [(id: String, language: String, answer: String)] = [
        ("taken-by-force-sum", "en", "24,100 + 20,462 = 44,562 ≠ 46,674 · off by 2,112 (2,063…2,162)"),
        ("taken-by-force-sum", "en", "24,100: 24,050–24,149."),
        ("taken-by-force-sum", "en", "Worked out 44,512–44,611, printed 46,674: contradiction."),
        ("taken-by-force-sum", "lt", "Apskaičiuota 44 512–44 611, nurodyta 46 674: prieštaravimas."),
        ("taken-by-force-sum", "en", "Whole: 46,674 – Men taken by force altogether (paragraph 7, sentence 3)"),
        ("legalised-1945-parts", "en", "Other data · 34,589 + 2,522 = 37,111 &gt; 36,144 · off by 967"),
        ("legalised-1945-parts", "en", "2 other combinations of the figures."),
        ("legalised-1945-to-1957", "lt", "2 kiti skaičių deriniai."),
        ("legalised-1945-parts", "en", "Each figure here is read as exact."),
        ("mobilised-sum", "en", "Official data: worked out 107,000–108,998, printed 108,378: holds within rounding."),
        ("sentencing-start", "en", "begins 15 July 1944; ends 1 December 1945"),
        ("hague-binding-force", "en", "The editor’s verdict: contradiction."),
    ]

    @Test("The key is worked out from the readings", arguments: answers)
    func key(id: String, language: String, answer: String) throws {
        let page = try Service(hasPages: true).get("/lessons/\(id)?lang=\(language)", Self.origin).text
        let key = try #require(page.components(separatedBy: "class=\"sheet key\"").last)
        #expect(key.replacing("\u{A0}", with: " ").contains(answer))
    }

    @Test("What a worksheet asks is not answered on the same sheet")
    func sheetAnswersNothing() throws {
        let page = try Service(hasPages: true).get("/lessons/taken-by-force-sum", Self.origin).text
        let sheet = try #require(page.components(separatedBy: "class=\"sheet key\"").first)
        for answer in ["44,562", "2,112", "<svg"] { #expect(!sheet.contains(answer)) }
    }

    @Test("The list leads to every worksheet, page by page")
    func list() throws {
        let service = try Service(hasPages: true)
        var next: String? = "/lessons?limit=5&lang=lt"
        var found: [String] = []
        while let url = next, found.count < 100 {
            let answer = try service.get(url, Self.origin)
            #expect(answer.status == 200)
            found += answer.text.matches(of: /<li><a href="\/lessons\/([^"?]+)\?lang=lt">/).map { String($0.1) }
            next = answer.text.firstMatch(of: /<a href="([^"]+)" rel="next">/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        #expect(found == (try service.all("/api/v1/discrepancies").compactMap { $0["id"] as? String }))
    }

    @Test("An unknown worksheet leads to the nearest")
    func unknown() throws {
        let answer = try Service(hasPages: true).get("/lessons/taken-by-force-som", Self.origin)
        #expect(answer.status == 404)
        #expect(answer.text.contains("<a href=\"/lessons/taken-by-force-sum\">"))
    }
}
