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

    @Test(
        "has the knot with the most to see first, with at most seven of its figures in sight, each with who states it")
    func first() throws {
        let text = try page("/weigh?lang=en")
        let seen = try #require(text.firstRange(of: "<details").map { text[..<$0.lowerBound] })
        let boxes = seen.matches(of: /<input type="checkbox" name="without" value="([a-z0-9-]+)"/).map { String($0.1) }
        #expect(boxes.count == 7 && boxes.first == "returned-left-by-june-other")
        #expect(seen.ranges(of: #"<span class="note">"#).count == 7)
        #expect(seen.contains(#"<span class="note">Upė, other data</span>"#))
        #expect(
            text.contains("<summary>Another group of figures that cannot all be right: 1,200; 801; 2,301</summary>"))
    }

    @Test(
        "tells right below the boxes what goes, what stays and how far each number can go, of the knot whose box is ticked",
        arguments: [
            (
                "lang=en&without=returned-left-by-june-other",
                "4 conflicts go, 2 stay (1,200, 801 and 2,301 cannot all be right; "
                    + "24 and 25 are given for the same thing). "
                    + "What the other figures allow for each statistic has not changed."
            ),
            (
                "lang=lt&without=flooded-sum",
                "1 konfliktas dingsta (1 200, 801 ir 2 301 negali būti visi teisingi), 5 lieka. "
                    + "Kairiojo kranto namai, užlieti potvynio: kiti skaičiai dabar leidžia bet kokį skaičių, "
                    + "anksčiau – 1 500."
            ),
            (
                "lang=en&without=returned-on-islands-main",
                "1 conflict goes (345, 388 and 83 cannot all be right), 5 stay. "
                    + "Families that returned by October: the other figures now allow at least 361; before, 388."
            ),
        ])
    func told(query: String, expected: String) throws {
        let text = try page("/weigh?" + query)
        let told = text.matches(of: /<div class="told">(.*?)<\/div>/.dotMatchesNewlines()).map {
            String($0.1).shownText
        }
        let words = told.map {
            $0.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(words == [expected])
    }

    @Test("tells of every claim and relation which conflicts are new, as the API has them, and what a bound leaves out")
    func new() throws {
        let all = Set(try service.get("/api/v1/conflicts").ids())
        var (new, without) = (0, 0)
        for id in try service.get("/api/v1/claims?limit=1000").ids() + service.get("/api/v1/checks?limit=1000").ids() {
            let conflicts = try service.get("/api/v1/conflicts?without=\(id)").records()
            let added = conflicts.filter { !all.contains($0["id"] as? String ?? "") }
            let text = try page("/weigh?lang=en&without=\(id)")
            for conflict in added {
                let title = try #require(conflict["title"] as? String)
                #expect(text.shownText.contains("New:") && text.contains(title), "\(id): \(title)")
            }
            if added.isEmpty { #expect(!text.shownText.contains("New:"), "\(id)") }
            new += added.count
            without += text.ranges(of: "Worked out without any figure for").count
        }
        #expect(new > 0 && without > 0, "\(new) new, \(without) left out")
    }

    @Test("has a table beside the picture of each knot, and the lines to embed what is chosen")
    func table() throws {
        let text = try page("/weigh?lang=en&without=flooded-both-main")
        #expect(text.ranges(of: "<figure>").count == 2)
        #expect(text.ranges(of: "As it is before anything is given up").count == 1, "of the knot concerned")
        #expect(text.ranges(of: "<summary>The relations as a table</summary>").count == 2)
        #expect(text.contains(#"<td data-label="Sign">≤</td>"#))
        #expect(text.contains("/embed/weigh?without=flooded-both-main&amp;amp;lang=en&quot;"))
        #expect(text.contains(#"href="/weigh/worksheet?lang=en""#))
        #expect(try page("/lessons?lang=en").contains(#"href="/weigh/worksheet?lang=en""#))
    }

    @Test("has the knots and their pictures among files, without boxes, and says that giving up needs a server")
    func files() throws {
        let service = try Service(hasPages: true, isStatic: true)
        let text = try service.get("/weigh", ["Host": "localhost", "Accept": "text/html"]).text
        #expect(!text.contains("<input type=\"checkbox\"") && !text.contains("class=\"weigh\" action"))
        #expect(text.ranges(of: "<figure><svg").count == 2)
        for figure in ["345", "388", "2,301"] { #expect(text.contains(">\(figure)</strong>")) }
        #expect(text.contains("open this page where a server answers"))
    }

    @Test("A statistic says what the rest allows, a conflict leads to what follows without each of its figures")
    func ways() throws {
        let statistic = try page("/statistics/returned-left-by-june").shownText
        #expect(statistic.contains("What the rest of the evidence allows"))
        #expect(statistic.contains("0–281 (273 fits, 345 does not fit), worked out from 24"))
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
