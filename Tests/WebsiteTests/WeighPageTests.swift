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
        for id in ["flooded-both-main", "returned-left-by-june-other", "returned-october-split"] {
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
                "/weigh?lang=en&without=returned-left-by-june-other",
                ["Given up: Families of the left bank that returned by 1 June: 345", "Of 6 conflicts: 4 gone, 2 left."]
            ),
            (
                "/weigh?lang=lt&without=returned-left-by-june-other",
                ["Atsisakyta: ", "6 konfliktai: dingsta 4, lieka 2."]
            ),
            (
                "/weigh?lang=en&without=flooded-sum",
                [
                    "Doubted: The banks against their sum", "Of 6 conflicts: 1 gone, 5 left.",
                    "Discrepancies that go",
                ]
            ),
            ("/@1.0.0/weigh?lang=en&without=flooded-sum", ["5 left."]),
        ])
    func outcome(target: String, told: [String]) throws {
        let text = try page(target).shownText.replacing("\u{A0}", with: " ")
        for sentence in told { #expect(text.contains(sentence), "\(text)") }
    }

    @Test("A statistic says what the rest allows, a conflict leads to what follows without each of its figures")
    func ways() throws {
        let statistic = try page("/statistics/returned-left-by-june").shownText
        #expect(statistic.contains("What the rest of the evidence allows"))
        #expect(statistic.contains("0–281 (273 fits, 345 does not), by 24"))
        let conflict = try page("/conflicts/c607d8284ec15697")
        for claim in [
            "returned-left-by-june-other", "returned-by-october-main", "returned-on-islands-main",
        ] {
            #expect(conflict.contains(#"href="/weigh?without=\#(claim)""#))
        }
        #expect(try page("/").contains("/conflicts/c607d8284ec15697"), "what no single check shows")
    }

    @Test(
        "Nobody is said to be wrong", arguments: ["/weigh", "/conflicts", "/revisions", "/conflicts/c607d8284ec15697"])
    func judgement(path: String) throws {
        #expect(try !page(path + "?lang=en").shownText.lowercased().contains("wrong"))
    }
}
