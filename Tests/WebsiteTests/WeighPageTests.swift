import Foundation
import TestSupport
import Testing

@Suite("The page to weigh")
struct WeighPageTests {
    private let service: Service

    init() throws { service = try Service(hasPages: true) }

    private func page(_ target: String) throws -> String {
        try service.get(target, ["Host": "localhost", "Accept": "text/html"]).text
    }

    @Test("has a box for each figure of a knot and each relation, those ticked that the address names")
    func boxes() throws {
        let plain = try page("/weigh")
        let boxes = plain.matches(of: /<input type="checkbox" name="without" value="([a-z0-9-]+)"/).map { String($0.1) }
        #expect(boxes.count == Set(boxes).count)
        for id in ["taken-by-force-total-main", "legalised-dodgers-by-1945-12-other", "legalised-1957-split"] {
            #expect(boxes.contains(id))
            let ticked = try page("/weigh?without=\(id)")
            #expect(ticked.contains(#"name="without" value="\#(id)" checked>"#))
            #expect(ticked.ranges(of: " checked>").count == 1)
        }
        #expect(!plain.contains(" checked>"))
        #expect(!plain.contains("class=\"outcome\""))
    }

    @Test(
        "says what goes and what remains",
        arguments: [
            (
                "/weigh?lang=en&without=legalised-dodgers-by-1945-12-other",
                ["Given up: Draft dodgers legalised by 1 December 1945: 34,589", "Of 6 conflicts, 4 go; 2 remain."]
            ),
            (
                "/weigh?lang=lt&without=legalised-dodgers-by-1945-12-other",
                ["Atsisakyta: ", "6 konfliktai; dingsta 4, lieka 2."]
            ),
            (
                "/weigh?lang=en&without=taken-by-force-sum",
                [
                    "Doubted: Men taken by force: two parts and a total", "Of 6 conflicts, 1 go; 5 remain.",
                    "Discrepancies that go",
                ]
            ),
            ("/@1.0.0/weigh?lang=en&without=taken-by-force-sum", ["5 remain."]),
        ])
    func outcome(target: String, told: [String]) throws {
        let text = try page(target).shownText
        for sentence in told { #expect(text.contains(sentence), "\(text)") }
    }

    @Test("A statistic says what the rest allows, a conflict leads to what follows without each of its figures")
    func ways() throws {
        let statistic = try page("/statistics/legalised-dodgers-by-1945-12").shownText
        #expect(statistic.contains("What the rest of the evidence allows"))
        #expect(statistic.contains("0–28,065, by 2,423"))
        let conflict = try page("/conflicts/9e4b02c81e59a9b2")
        for claim in [
            "legalised-dodgers-by-1945-12-other", "legalised-by-1957-main", "legalised-partisans-by-1957-main",
        ] {
            #expect(conflict.contains(#"href="/weigh?without=\#(claim)""#))
        }
        #expect(try page("/").contains("/conflicts/9e4b02c81e59a9b2"), "what no single check shows")
    }

    @Test(
        "Nobody is said to be wrong", arguments: ["/weigh", "/conflicts", "/revisions", "/conflicts/9e4b02c81e59a9b2"])
    func judgement(path: String) throws {
        #expect(try !page(path + "?lang=en").shownText.lowercased().contains("wrong"))
    }
}
