import Checks
import Archive
import Evidence
import TestSupport
import Testing
import Wording

@Suite("A unit says which values there can be")
struct UnitTests {
    private static let units = """
        , {"id": "balance", "label": {"en": "persons"}, "kind": "count", "minimum": null},
        {"id": "growth", "label": {"en": "per cent"}, "kind": "percentage", "minimum": -100, "maximum": null},
        {"id": "change", "label": {"en": "per cent"}, "kind": "percentage", "minimum": null, "maximum": null},
        {"id": "tonnes", "label": {"en": "tonnes"}, "kind": "measure"},
        {"id": "long-tons", "label": {"en": "long tons"}, "kind": "measure",
         "convertsTo": {"unit": "tonnes", "factor": 1.0160469088}},
        {"id": "hundredweight", "label": {"en": "hundredweight"}, "kind": "measure",
         "convertsTo": {"unit": "long-tons", "factor": 0.05}},
        {"id": "degrees", "label": {"en": "°C"}, "kind": "measure", "minimum": -273.15, "maximum": 60},
        {"id": "permille", "label": {"en": "per mille"}, "kind": "measure", "maximum": 1000,
         "convertsTo": {"unit": "percent", "factor": 0.1}}
        """

    @Test(
        "A value that its unit allows stands for its interval, inside the bounds of the unit",
        arguments: [
            ("tonnes", #""value": 1.5, "printed": "1.5""#, "1.45", "1.55"),
            ("balance", #""value": -5000, "printed": "−5,000""#, "-5500", "-4500"),
            ("count", #""value": 2569000000000, "printed": "2,569 milliard""#, "2568500000000", "2569499999999"),
            ("growth", #""value": 150, "printed": "rose by 150 per cent""#, "149.5", "150.5"),
            ("growth", #""value": -99.8, "precision": 1, "printed": "fell by 99.8 per cent""#, "-100", "-99.3"),
            ("change", #""value": -30, "printed": "fell by 30 per cent""#, "-30.5", "-29.5"),
            ("percent", #""value": 0.00125, "printed": "0.0125 per mille""#, "0.001245", "0.001255"),
            ("degrees", #""value": -273, "precision": 5, "printed": "absolute zero""#, "-273.15", "-270.5"),
            ("degrees", #""value": 41.2, "printed": "over 41.2""# + #", "qualifier": "more-than""#, "41.2", "60"),
            ("degrees", #""value": null, "qualifier": "unknown", "printed": "no reading""#, "-273.15", "60"),
            (
                "count", #""value": 999999999999999, "printed": "999,999,999,999,999""#, "999999999999999",
                "999999999999999"
            ),
        ])
    func allowed(unit: String, claim: String, low: String, high: String) throws {
        let snapshot = try FigureDataset(
            units: UnitTests.units, statistics: [FigureDataset.statistic("x", in: unit, claim)]
        ).load()
        let interval = Interval(Number(numeral: low), Number(numeral: high))
        #expect(snapshot.claims["x-atlas"]?.quantity.interval == interval)
    }

    @Test(
        "What a unit does not allow is refused in words",
        arguments: [
            ("count", "1.5", "a whole number, because the unit is a count"),
            ("count", "-5000", "a number of at least 0, which is what the unit allows"),
            ("percent", "150", "a number from 0 to 100, which is what the unit allows"),
            ("percent", "-30", "a number from 0 to 100, which is what the unit allows"),
            ("growth", "-101", "a number of at least -100, which is what the unit allows"),
            ("tonnes", "0.0000001", "a number with at most 6 decimals"),
            ("tonnes", "1000000000000000", "a number from -999999999999999 to 999999999999999"),
        ])
    func refused(unit: String, value: String, expected: String) {
        let claim = #""value": \#(value), "printed": "so much""#
        let dataset = FigureDataset(
            units: UnitTests.units, statistics: [FigureDataset.statistic("x", in: unit, claim)])
        #expect(dataset.problems() == ["/statistics/0/claims/0/value": expected])
    }

    @Test("Figures without a least or a most are found below and above every number")
    func open() throws {
        let snapshot = try FigureDataset(
            units: UnitTests.units,
            statistics: [
                FigureDataset.statistic(
                    "less", in: "balance", #""value": -9, "qualifier": "less-than", "printed": "<""#),
                FigureDataset.statistic("nine", in: "balance", #""value": -9, "printed": "-9""#),
                FigureDataset.statistic("some", in: "balance", #""value": 4, "printed": "4""#),
            ]
        ).load()
        #expect(snapshot.statistics["less"]?.range == Interval(nil, -10))
        func found(_ filters: FilterValues) throws -> [String] {
            let table = snapshot.claims
            return try table.select(Query(filters: filters)).map { table.records[$0].statistic }
        }
        #expect(try found(["max": ["-20"]]) == ["less"])
        #expect(try found(["min": ["-9"]]) == ["nine", "some"])
        #expect(try found(["min": ["-12"], "max": ["0"]]) == ["less", "nine"])
        #expect(snapshot.statistics["less"].map { Viewpoint.min.claims(of: $0).count } == 1)
    }

    @Test("Losses and gains add up")
    func negativeSum() throws {
        let snapshot = try FigureDataset(
            units: UnitTests.units,
            statistics: [
                FigureDataset.statistic("born", in: "balance", #""value": 120, "precision": 1, "printed": "120""#),
                FigureDataset.statistic("left", in: "balance", #""value": -1250, "printed": "−1,250""#),
                FigureDataset.statistic("all", in: "balance", #""value": -1130, "printed": "−1,130""#),
                FigureDataset.statistic(
                    "under", in: "balance", #""value": 0, "qualifier": "less-than", "printed": "a loss""#),
            ],
            relations: [
                FigureDataset.relation("sum", #""kind": "sum", "parts": ["born", "left"], "whole": ["all"]"#),
                FigureDataset.relation("open", #""kind": "sum", "parts": ["born", "under"], "whole": ["all"]"#),
                FigureDataset.relation("over", #""kind": "part", "parts": ["born"], "whole": ["under"]"#),
            ]
        ).load()
        #expect(snapshot.verdicts == ["sum": .consistent, "open": .consistent, "over": .contradiction])
    }

    @Test(
        "A percentage below zero, of what may be below zero, is worked out from all four corners",
        arguments: [
            ("-30", "-30000", Verdict.consistent), ("-30", "30000", .contradiction), ("150", "150400", .withinRounding),
        ])
    func negativeShare(share: String, count: String, verdict: Verdict) throws {
        let snapshot = try FigureDataset(
            units: UnitTests.units,
            statistics: [
                FigureDataset.statistic("share", in: "change", #""value": \#(share), "printed": "so many""#),
                FigureDataset.statistic(
                    "base", in: "balance", #""value": 100000, "precision": 1, "printed": "so many""#),
                FigureDataset.statistic(
                    "count", in: "balance", #""value": \#(count), "precision": 1, "printed": "so many""#),
            ],
            relations: [
                FigureDataset.relation("r", #""kind": "share", "share": "share", "base": ["base"], "count": ["count"]"#)
            ]
        ).load()
        #expect(snapshot.verdicts == ["r": verdict])
    }

    @Test("What is added or compared is brought into the unit of the first, over as many steps as it takes, and back")
    func conversions() throws {
        let figures = [
            FigureDataset.statistic("tonnes", in: "tonnes", #""value": 1000, "precision": 1, "printed": "1,000""#),
            FigureDataset.statistic("long", in: "long-tons", #""value": 1000, "precision": 1, "printed": "1,000""#),
            FigureDataset.statistic("cwt", in: "hundredweight", #""value": 20, "precision": 1, "printed": "20""#),
            FigureDataset.statistic("all", in: "tonnes", #""value": 2017.062956, "printed": "2,017.062956""#),
            FigureDataset.statistic("one", in: "long-tons", #""value": 1, "precision": 1, "printed": "1""#),
        ]
        let snapshot = try FigureDataset(
            units: UnitTests.units, statistics: figures,
            relations: [
                FigureDataset.relation("sum", #""kind": "sum", "parts": ["tonnes", "long", "cwt"], "whole": ["all"]"#),
                FigureDataset.relation("back", #""kind": "part", "parts": ["one"], "whole": ["cwt"]"#),
                FigureDataset.relation("over", #""kind": "part", "parts": ["long"], "whole": ["tonnes"]"#),
            ]
        ).load()
        #expect(snapshot.verdicts == ["sum": .withinRounding, "back": .consistent, "over": .contradiction])
        let sum = try #require(snapshot.checks["sum"]?.readings.first)
        #expect(
            try Arithmetic(sum, of: #require(snapshot.checks["sum"]), in: .english).text
                == "1,000 + 1,016.0469088 + 1.0160469088 = 2,017.0629557088 ≈ 2,017.062956")
        // 1,000 + 1,000 × 1.0160469088 + 20 × 0.05 × 1.0160469088
        let interval = Interval(
            Number(numeral: "2016.02953108168", decimals: 15), Number(numeral: "2018.09638033592", decimals: 15))
        #expect(
            sum.computed == .amount(Amount(point: Number(numeral: "2017.0629557088", decimals: 10), interval: interval))
        )
    }

    @Test("A rate per thousand is a share once it converts to per cent")
    func permille() throws {
        let snapshot = try FigureDataset(
            units: UnitTests.units,
            statistics: [
                FigureDataset.statistic("rate", in: "permille", #""value": 12.5, "printed": "12.5 per mille""#),
                FigureDataset.statistic("base", #""value": 8000, "precision": 1, "printed": "8,000""#),
                FigureDataset.statistic("dead", #""value": 100, "precision": 1, "printed": "100""#),
            ],
            relations: [
                FigureDataset.relation("r", #""kind": "share", "share": "rate", "base": ["base"], "count": ["dead"]"#)
            ]
        ).load()
        #expect(snapshot.verdicts == ["r": .consistent])
    }

    @Test("Units that do not convert are not added, and circles are refused")
    func unconvertible() {
        let figures = [
            FigureDataset.statistic("tonnes", in: "tonnes", #""value": 1, "printed": "1""#),
            FigureDataset.statistic("men", #""value": 1, "printed": "1""#),
        ]
        let relation = FigureDataset.relation("r", #""kind": "part", "parts": ["tonnes"], "whole": ["men"]"#)
        #expect(
            FigureDataset(units: UnitTests.units, statistics: figures, relations: [relation]).problems() == [
                "/relations/0/whole/0": "a statistic in tonnes, like the first one, or in a unit that converts to it"
            ])
        let circle = ["a", "b"].map { id in
            #", {"id": "\#(id)", "label": {"en": "It"}, "kind": "measure", "convertsTo": {"unit": "\#(id == "a" ? "b" : "a")", "#
                + #""factor": 2}}"#
        }
        #expect(
            FigureDataset(units: circle.joined(), statistics: figures.suffix(1)).problems() == [
                "/vocabularies/units/2/convertsTo/unit": "a unit that does not convert to a",
                "/vocabularies/units/3/convertsTo/unit": "a unit that does not convert to b",
            ])
    }
}
