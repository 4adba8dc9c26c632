import Foundation
import Foundations
import HTTPCore
import TestSupport
import Testing

@Suite("Lessons")
struct LessonTests {
    private static let origin: KeyValuePairs = ["Host": "akistata.example"]

    @Test("Every discrepancy has a worksheet with six questions and as many answers", arguments: ["en", "lt"])
    func everyDiscrepancy(language: String) throws {
        let service = try Service(hasPages: true)
        let discrepancies = try service.all("/api/v1/discrepancies?lang=\(language)")
        #expect(discrepancies.count == 15)
        for discrepancy in discrepancies {
            let id = try #require(discrepancy["id"] as? String)
            let answer = try service.get("/lessons/\(id)?lang=\(language)", Self.origin)
            #expect(answer.status == 200)
            let page = answer.text
            #expect(page.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
            #expect(page.components(separatedBy: "<li class=\"room").count - 1 == 6, "\(id)")
            #expect(page.components(separatedBy: "<p class=\"asked\">").count - 1 == 6, "\(id)")
            // No label without its text, and none with a gap in it.
            #expect(page.firstMatch(of: />lesson[A-Z]|\{[a-z]+\}/) == nil, "\(id)")
            #expect(!page.contains("<li></li>"), "\(id)")
        }
    }

    @Test("A worksheet shows every figure as it is printed, alone or beside what it means")
    func figures() throws {
        let service = try Service(hasPages: true)
        for discrepancy in try service.all("/api/v1/discrepancies") {
            let id = try #require(discrepancy["id"] as? String)
            let page = try service.get("/lessons/\(id)", Self.origin).text.replacing("\u{A0}", with: " ")
            let sheet = try #require(page.components(separatedBy: "class=\"sheet key\"").first)
            for claim in try #require(discrepancy["claims"] as? [[String: Any]]) {
                let printed = try #require(claim["printed"] as? String)
                #expect(sheet.contains(">\(printed)<") || sheet.contains("“\(printed)”"), "\(id): \(printed)")
            }
        }
    }

    static let answers: [(id: String, language: String, answer: String)] = [
        ("flooded-sum", "en", "1,200 + 801 = 2,001 ≠ 2,301 · off by 300 (251–350)"),
        ("flooded-sum", "en", "1,200: 1,150–1,249."),
        ("flooded-sum", "en", "Worked out 1,951–2,050, printed 2,301: contradiction."),
        ("flooded-sum", "lt", "Apskaičiuota 1 951–2 050, nurodyta 2 301: prieštaravimas."),
        ("flooded-sum", "en", "Whole: 2,301 – Houses flooded on both banks (paragraph 1, sentence 3)"),
        ("returned-parts", "en", "Other data · 345 + 25 = 370 &gt; 361 · off by 9"),
        ("returned-parts", "en", "Own data · 273 + 24 = 297 ≤ 361 · leaves 64"),
        ("returned-parts", "en", "Each figure here is read as exact."),
        ("sandbags-sum", "en", "Worked out 9,000–10,998, printed 10,378: holds within rounding."),
        ("fined-since", "en", "begins 15 March 1931; ends 1 June 1931"),
        ("river-law-force", "en", "The editor’s verdict: contradiction."),
    ]

    @Test("The key is worked out from the readings", arguments: answers)
    func key(id: String, language: String, answer: String) throws {
        let page = try Service(hasPages: true).get("/lessons/\(id)?lang=\(language)", Self.origin).text
        let key = try #require(page.components(separatedBy: "class=\"sheet key\"").last)
        #expect(key.replacing("\u{A0}", with: " ").contains(answer))
    }

    @Test("A figure stands in the reader’s notation, with what is printed beside it where that is written otherwise")
    func notation() throws {
        let service = try Service(hasPages: true)
        let sheets = try ["en", "lt"].map { language in
            let page = try service.get("/lessons/flooded-sum?lang=\(language)", Self.origin).text
            return try #require(page.components(separatedBy: "class=\"sheet key\"").first)
        }
        #expect(sheets[0].contains("<span class=\"token\">1,200</span>"), "\(sheets[0])")
        #expect(sheets[1].contains("1\u{A0}200 (šaltinyje „1,200“)"), "\(sheets[1])")
    }

    @Test("Each source is introduced once, with what is not known of it")
    func sourcing() throws {
        let page = try Service(hasPages: true).get("/lessons/flooded-sum", Self.origin).text
        let sheet = try #require(page.components(separatedBy: "class=\"sheet worksheet\"").first)
        #expect(sheet.components(separatedBy: "The Flood. A Chronicle").count - 1 == 1, "\(sheet)")
        for fact in ["<dt>Author</dt>", "<dt>Counted by</dt> <dd>not recorded (1,200;", "<dt>How it was read</dt>"] {
            #expect(sheet.contains(fact), "\(sheet)")
        }
    }

    @Test("What the editor adds stands on the sheets: background for pupils, frame and model answers for the teacher")
    func plan() throws {
        let text = { (text: String) in "{\"en\": \"\(text)\"}" }
        var river = FigureDataset(
            statistics: ["left", "right", "both"].map { FigureDataset.statistic($0, #""value": 11, "printed": "11""#) },
            relations: [
                FigureDataset.relation("banks", #""kind": "sum", "parts": ["left", "right"], "whole": ["both"]"#)
            ])
        river.lessons = """
            {"context": [\(text("It rained."))], "care": \(text("People drowned.")), "lessons": [{"id": "banks", "minutes": 30,
             "title": \(text("Two banks")), "harder": \(text("Explain.")), "harderAnswer": \(text("A lake.")),
             "conditions": \(text("If it is a lake.")), "further": \(text("A map.")),
             "easier": \(text("Add.")), "answers": [{"quality": "weak", "answer": \(text("No.")), "credit": \(text("a reason."))}]}]}
            """
        let service = try Service(hasPages: true, snapshot: river.load())
        let page = try service.get("/lessons/banks", Self.origin).text
        let parts = page.components(separatedBy: "class=\"sheet key\"")
        #expect(parts[0].contains("<li>It rained.</li>") && !parts[0].contains("People drowned."), "\(page)")
        #expect(parts[0].contains("<h1 id=\"texts\">Two banks</h1>"), "\(page)")
        for told in [
            "<dd>Explain. Answer: A lake.</dd>", "<li>If it is a lake.</li>", "<li>A map.</li>",
            "<dt>Time</dt> <dd>30\u{A0}minutes</dd>", "<dt>Easier</dt> <dd>Add.</dd>", "<dd>People drowned.</dd>",
            "<li>Weak answer: “No.” What it lacks: a reason.</li>",
        ] { #expect(try #require(parts.last).contains(told), "\(told): \(page)") }
        #expect(try service.get("/lessons", Self.origin).text.contains("30\u{A0}minutes · "))
    }

    @Test("A check that holds has a lesson where the editor planned one, and is in the course")
    func holding() throws {
        var river = FigureDataset(
            statistics: [FigureDataset.statistic("left", #""value": 11, "printed": "11""#)]
                + ["both", "all"].map { FigureDataset.statistic($0, #""value": 30, "printed": "30""#) },
            relations: ["both", "all"].map { whole in
                FigureDataset.relation(
                    "\(whole)-parts", #""kind": "part", "parts": ["left"], "whole": ["\#(whole)"]"#)
            })
        river.lessons = #"{"lessons": [{"id": "both-parts"}]}"#
        let service = try Service(hasPages: true, snapshot: river.load())
        let page = try service.get("/lessons/both-parts", Self.origin).text
        #expect(page.contains("<strong>Consistent.</strong> Counted twice.") && page.contains("/checks/both-parts\">"))
        #expect(try service.get("/lessons/both-parts.gift", Self.origin).status == 200)
        #expect(try service.get("/lessons/all-parts", Self.origin).status == 404)
        let list = try service.get("/lessons", Self.origin).text
        #expect(list.contains("<a href=\"/lessons/both-parts\">") && !list.contains("all-parts"))
    }

    @Test("Where no figure is rounded, the sheet does not ask about rounding")
    func exact() throws {
        let service = try Service(hasPages: true)
        let sheets = try ["returned-parts", "flooded-sum"].map { id in
            try service.get("/lessons/\(id)", Self.origin).text.contains("A figure that ends in zeros")
        }
        #expect(sheets == [false, true])
    }

    @Test("The key tells of each source whose it is, when it appeared, and whose count it gives")
    func origins() throws {
        let page = try Service(hasPages: true).get("/lessons/flooded-sum", Self.origin).text
        let key = try #require(page.components(separatedBy: "<ol class=\"answers\">").last)
        let first = try #require(key.components(separatedBy: "</ul>").first)
        #expect(first.contains("; book; ") && first.contains("Counted by: not recorded (1,200;"), "\(first)")
    }

    @Test("The key has a figure in the reader’s notation, with what is printed beside it once")
    func notationOfKey() throws {
        let page = try Service(hasPages: true).get("/lessons/flooded-sum?lang=lt", Self.origin).text
        let key = try #require(page.components(separatedBy: "class=\"sheet key\"").last)
        #expect(key.components(separatedBy: "1\u{A0}200 (šaltinyje „1,200“)").count == 2, "\(key)")
        #expect(key.components(separatedBy: "„1,200“").count == 2, "\(key)")
    }

    @Test("The strip has the events that the editor names, and the sources whose own date counts, in the order of time")
    func strip() throws {
        let plan = #"{"id": "left-claims", "events": ["relief", "flood"], "sources": ["chronicle"]}"#
        let snapshot = try SmallDataset().replacing("lessons.json", with: #"{"lessons": [\#(plan)]}"#).load()
        let page = try Service(hasPages: true, snapshot: snapshot).get("/lessons/left-claims", Self.origin).text
        let list = try #require(page.components(separatedBy: "<dl class=\"moments\">").dropFirst().first)
        let strip = try #require(list.components(separatedBy: "</dl>").first)
        let shown = strip.components(separatedBy: "<dd>").dropFirst()
        #expect(shown.count == 3)
        for (moment, title) in zip(shown, ["The flood", "Relief comes", "Chronicle of the river"]) {
            #expect(moment.contains(title), "\(list)")
        }
    }

    @Test("The events before, during and after stand on the sheet, in the order of time")
    func chronology() throws {
        let service = try Service(hasPages: true)
        let page = try service.get("/lessons/flooded-sum", Self.origin).text
        let list = try #require(page.components(separatedBy: "<dl class=\"moments\">").dropFirst().first)
        let moments = try #require(list.components(separatedBy: "</dl>").first)
        let shown = moments.matches(of: /<dd>([^<]*)<\/dd>/).map { String($0.1) }
        let titles = try service.all("/api/v1/events?lang=en").compactMap { $0["title"] as? String }
        #expect((1...7).contains(shown.count) && titles.filter(shown.contains) == shown, "\(moments)")
    }

    @Test("The questions are there for Moodle: a sum, figures and places, essays with their key")
    func gift() throws {
        let answer = try Service(hasPages: true).get("/lessons/flooded-sum.gift", Self.origin)
        #expect(answer["Content-Type"] == "text/plain; charset=utf-8")
        let text = answer.text
        for told in [
            "// http://akistata.example/lessons/flooded-sum\n\n::", "1,200 + 801 \\= ? {#2001}\n",
            "{\n=1,200 -> paragraph 1, sentence 2\n=801 -> ", " {####Part\\: 1,200 – ",
        ] { #expect(text.contains(told), "\(told): \(text)") }
        #expect(text.components(separatedBy: "\n\n::").count - 1 == 8, "\(text)")
    }

    @Test("Beside the address of each original stands its QR code, black on white, with an alternative text")
    func codes() throws {
        let page = try Service(hasPages: true).get("/lessons/flooded-sum", Self.origin).text
        let codes = page.matches(of: /<svg class="qr".*?<\/svg>/).map { String($0.0) }
        #expect(!codes.isEmpty && codes.count == page.matches(of: /<dd><a href="http[^"]*" rel="noopener">/).count)
        for code in codes {
            #expect(code.contains("aria-label=\"QR code of the address of the original\""))
            #expect(code.contains("<path fill=\"#fff\" d=\"M0 0h") && code.contains("<path d=\"M4 4h7v1h-7z"))
        }
    }

    @Test("What a worksheet asks is not answered on the same sheet")
    func sheetAnswersNothing() throws {
        let page = try Service(hasPages: true).get("/lessons/flooded-sum", Self.origin).text
        let sheet = try #require(page.components(separatedBy: "class=\"sheet key\"").first)
        let read = sheet.replacing(/<svg class="qr".*?<\/svg>/, with: "")
        for answer in ["2,001", "300", "<svg"] { #expect(!read.contains(answer)) }
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
        #expect(try found.sorted() == service.all("/api/v1/discrepancies").compactMap { $0["id"] as? String }.sorted())
    }

    @Test("The list is a course: from rounding over sums, dates and witnesses to the law and the whole")
    func course() throws {
        let page = try Service(hasPages: true).get("/lessons?limit=100", Self.origin).text
        let order = [
            "<h2>Rounding</h2>", "/lessons/sandbags-sum", "<h2>Two figures for one thing</h2>",
            "<h2>Parts and wholes</h2>", "/lessons/flooded-sum", "<h2>Dates</h2>", "/lessons/fined-since",
            "<h2>Witnesses and their words</h2>", "<h2>The law</h2>", "/lessons/river-law-force",
            "<h2>The whole weighed</h2>", "/weigh/worksheet",
        ]
        let places = order.compactMap { page.range(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted(), "\(page)")
        #expect(page.contains("45\u{A0}minutes · ") && page.contains("90\u{A0}minutes · "))
    }

    @Test("An unknown worksheet leads to the nearest")
    func unknown() throws {
        let answer = try Service(hasPages: true).get("/lessons/flooded-som", Self.origin)
        #expect(answer.status == 404)
        #expect(answer.text.contains("<a href=\"/lessons/flooded-sum\">"))
    }
}
