import Foundation
import TestSupport
import Testing

/// Which side of a formula is a source's figure, and which is worked out, whichever way its author writes it.
@Suite("The sides of a formula")
struct StatedSideTests {
    private let service: Service

    private static let units = #"""
        , {"id": "wagons", "label": {"en": "wagons"}, "kind": "count"},
        {"id": "barrels", "label": {"en": "barrels"}, "kind": "measure", "convertsTo": {"unit": "litres", "factor": 40}},
        {"id": "litres", "label": {"en": "litres"}, "kind": "measure"}
        """#

    init() throws {
        let statistic = { (id: String, unit: String, value: String) in
            FigureDataset.statistic(id, in: unit, #""value": \#(value), "printed": "\#(value)""#)
        }
        let formula = { (id: String, text: String) in
            FigureDataset.relation(
                id,
                #""kind": "formula", "formula": "\#(text)", "terms": {"m": "men", "w": "wagons", "n": "others", "#
                    + #""l": "poured", "b": "filled"}"#)
        }
        let texts = [
            ("right", "m = w * 40"), ("left", "w * 40 = m"), ("most", "m <= w * 40"), ("least", "w * 40 >= m"),
            ("bare", "m = n"), ("both", "m * 2 = n * 3"), ("number", "m / w = 41"), ("converted", "l = b"),
        ]
        var dataset = FigureDataset(
            units: Self.units,
            statistics: [
                statistic("men", "count", "1303"), statistic("wagons", "wagons", "31"),
                statistic("others", "count", "1240"), statistic("poured", "litres", "85"),
                statistic("filled", "barrels", "4"),
            ])
        dataset.relations = texts.map { id, text in
            let used = Set(text.filter(\.isLetter).map(String.init))
            return formula(id, text).replacing(/"([a-z])": "[a-z]+"(, )?/) { match in
                used.contains(String(match.1)) ? String(match.0) : ""
            }.replacing(", }", with: "}")
        }
        dataset.relations.append(FigureDataset.relation("same", #""kind": "same", "statistic": "pair""#))
        dataset.statistics.append(
            FigureDataset.statistic("pair", #""value": 31, "printed": "31""#, #""value": 33, "printed": "33""#))
        service = try Service(hasPages: true, snapshot: dataset.load())
    }

    private func page(_ target: String) throws -> String {
        let text = try service.get(target, ["Accept": "text/html"]).text
        return text.replacing(/<[^>]+>/, with: "|").replacing(/\|[|\s]*/, with: "|").replacing("&gt;", with: ">")
            .replacing("&lt;", with: "<")
    }

    @Test(
        "are told apart in the key of a lesson",
        arguments: [
            ("right", "Worked out 1,240, printed 1,303: contradiction."),
            ("left", "Worked out 1,240, printed 1,303: contradiction."),
            ("most", "Worked out 1,240, printed 1,303: contradiction."),
            ("bare", "One side 1,303, the other 1,240: contradiction."),
            ("same", "One side 33, the other 31: contradiction."),
            ("both", "One side 2,606, the other 3,720: contradiction."),
            ("number", "One side 42.03–42.04, the other 41: contradiction."),
        ])
    func lesson(id: String, sentence: String) throws {
        #expect(try page("/lessons/\(id)").contains(sentence))
    }

    @Test("that had to be converted are printed on neither")
    func converted() throws {
        let lesson = try page("/lessons/converted")
        #expect(lesson.contains("One side ") && !lesson.contains("printed 1"), "\(lesson)")
        #expect(try page("/discrepancies/converted").contains("|filled (converted; printed: 4)|"))
    }

    @Test(
        "stand on the page in the order of what is worked out, and in the line as they are written",
        arguments: [
            ("right", "|wagons|31|=|31 × 40|1,240|must equal what is stated:|men|1,303|", "1,303 ≠ 31 × 40 = 1,240"),
            ("left", "|wagons|31|=|31 × 40|1,240|must equal what is stated:|men|1,303|", "31 × 40 = 1,240 ≠ 1,303"),
            ("most", "|wagons|31|=|31 × 40|1,240|can be no less than:|men|1,303|", "1,303 > 31 × 40 = 1,240"),
            ("least", "|wagons|31|=|31 × 40|1,240|can be no less than:|men|1,303|", "31 × 40 = 1,240 < 1,303"),
            ("bare", "|men|1,303|must equal:|others|1,240|", "1,303 ≠ 1,240"),
            ("both", "|1,303 × 2|2,606|must equal:|=|1,240 × 3|3,720|", "1,303 × 2 = 2,606 ≠ 1,240 × 3 = 3,720"),
            ("same", "|pair|31|must equal:|pair|33|", "31 ≠ 33"),
        ])
    func lines(id: String, lines: String, arithmetic: String) throws {
        let page = try page("/discrepancies/\(id)")
        #expect(page.contains(lines), "\(page)")
        #expect(page.contains(arithmetic))
    }

    @Test(
        "are named in data",
        arguments: [
            ("right", 1303, 1240, 0.0483 as Double?), ("left", 1303, 1240, 0.0483), ("most", 1303, 1240, 0.0483),
            ("least", 1303, 1240, 0.0483), ("bare", 1240, 1303, 0.0508), ("both", 3720, 2606, nil),
        ])
    func data(id: String, stated: Int, computed: Int, relative: Double?) throws {
        let record = try service.get("/api/v1/discrepancies/\(id)").json()["data"] as? [String: Any]
        let reading = try #require((record?["readings"] as? [[String: Any]])?.first)
        #expect((reading["stated"] as? [String: Any])?["value"] as? Int == stated)
        #expect((reading["computed"] as? [String: Any])?["value"] as? Int == computed)
        #expect((reading["difference"] as? [String: Any])?["value"] as? Int == stated - computed)
        #expect((record?["difference"] as? [String: Any])?["relative"] as? Double == relative)
    }

    @Test("that must not be equal and are say so, and one page has one bound of a difference")
    func strict() throws {
        let figure = { (id: String, value: String) in
            FigureDataset.statistic(id, #""value": \#(value), "printed": "\#(value)""#)
        }
        let formula = { (id: String, text: String) in
            FigureDataset.relation(
                id, #""kind": "formula", "formula": "\#(text)", "terms": {"a": "after", "b": "before"}"#)
        }
        let dataset = FigureDataset(
            statistics: [figure("after", "1000"), figure("before", "400")],
            relations: [formula("more", "a > b * 2.5"), formula("less", "a * 2 < b / 4 * 20")])
        let service = try Service(hasPages: true, snapshot: dataset.load())
        for id in ["more", "less"] {
            let page = try service.get("/discrepancies/\(id)", ["Accept": "text/html"]).text
            #expect(page.contains("equal, and must not be"))
            #expect(page.contains("As printed, the sides are equal, and they must not be"))
            #expect(!page.contains("0 apart") && !page.contains("off by 0"))
        }
        let page = try service.get("/discrepancies/more", ["Accept": "text/html"]).text
        #expect(page.contains("0–622.5") && !page.contains("624"))
        let exact = FigureDataset(
            statistics: [figure("after", "1001"), figure("before", "1001")], relations: [formula("more", "a > b")])
        let text = try Service(hasPages: true, snapshot: exact.load()).get(
            "/discrepancies/more", ["Accept": "text/html"]
        )
        .text
        #expect(text.contains("The sides are equal at best, and one must be more than the other."))
        #expect(!text.contains("difference of 0"))
    }

    @Test("that add up percentages come to a percentage")
    func percentages() throws {
        let share = { (id: String, value: String) in
            FigureDataset.statistic(id, in: "percent", #""value": \#(value), "printed": "\#(value)""#)
        }
        let dataset = FigureDataset(
            statistics: [share("third", "33.3"), share("rest", "66.6"), share("all", "100")],
            relations: [
                FigureDataset.relation("shares", #""kind": "sum", "parts": ["third", "rest"], "whole": ["all"]"#)
            ])
        let page = try Service(hasPages: true, snapshot: dataset.load()).get(
            "/discrepancies/shares", ["Accept": "text/html"]
        ).text
        #expect(page.contains("33.3% + 66.6% = 99.9% ≈ 100%"), "\(page)")
        #expect(page.contains("<td class=\"amount\">99.9%"))
    }
}
