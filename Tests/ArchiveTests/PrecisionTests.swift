import Checks
import Archive
import Evidence
import TestSupport
import Testing

@Suite("A dataset says how far a figure is rounded")
struct PrecisionTests {
    @Test("A printed number of millions is as precise as its last digit")
    func roundedMillions() throws {
        let snapshot = try FigureDataset(
            statistics: [
                FigureDataset.statistic(
                    "left", #""value": 1200000, "printed": "1.2 million""#, #""value": 1240737, "printed": "1,240,737""#
                ),
                FigureDataset.statistic(
                    "ended", #""value": 3000000, "printed": "3 million""#, #""value": 3020712, "printed": "3,020,712""#),
                FigureDataset.statistic(
                    "missed", #""value": 1200000, "printed": "1.2 million""#,
                    #""value": 1250000, "printed": "1.25 million""#),
            ],
            relations: ["left", "ended", "missed"].map {
                FigureDataset.relation("\($0)-same", #""kind": "same", "statistic": "\#($0)""#)
            }
        ).load()
        #expect(snapshot.claims["left-atlas"]?.quantity.interval == Interval(1_150_000, 1_249_999))
        #expect(snapshot.claims["ended-atlas"]?.quantity.interval == Interval(2_500_000, 3_499_999))
        #expect(
            snapshot.verdicts == [
                "left-same": .withinRounding, "ended-same": .withinRounding, "missed-same": .withinRounding,
            ])
    }

    @Test(
        "The zeros of a percentage count, printed or told",
        arguments: [#""printed": "10.0 per cent""#, #""printed": "a tenth", "precision": 0.1"#])
    func trailingZero(printed: String) throws {
        let snapshot = try FigureDataset(
            statistics: [
                FigureDataset.statistic("all", #""value": 10001, "printed": "10,001""#),
                FigureDataset.statistic("killed", #""value": 1040, "printed": "1,040""#),
                FigureDataset.statistic("share", in: "percent", #""value": 10, \#(printed)"#),
            ],
            relations: [
                FigureDataset.relation("r", #""kind": "share", "share": "share", "base": ["all"], "count": ["killed"]"#)
            ]
        ).load()
        #expect(snapshot.verdicts == ["r": .contradiction])
        let computed = snapshot.checks["r"]?.readings.first?.computed
        let interval = Interval(Number(numeral: "995.0995"), Number(numeral: "1005.1005"))
        #expect(computed == .amount(Amount(point: Number(numeral: "1000.1"), interval: interval)))
    }

    @Test("A figure of a table in thousands is as precise as its last digit")
    func thousands() throws {
        let snapshot = try FigureDataset(
            statistics: [FigureDataset.statistic("x", #""value": 58600, "scale": 1000, "printed": "58.6""#)]
        ).load()
        let claim = try #require(snapshot.claims["x-atlas"])
        #expect(claim.quantity.interval == Interval(58_550, 58_649))
        #expect(claim.scale == 1_000)
    }

    @Test(
        "One in so many of a population holds for what is between the halves, and for no other",
        arguments: [
            (8, 8_000, 1_000, Verdict.consistent), (8, 8_000, 1_020, .withinRounding), (8, 8_000, 942, .withinRounding),
            (8, 8_000, 941, .contradiction), (8, 8_000, 1_066, .withinRounding), (8, 8_000, 1_067, .contradiction),
            (3, 3_000, 1_000, .consistent), (7, 7_001, 1_001, .withinRounding), (7, 7_000, 1_000, .consistent),
            (11, 2_300, 200, .withinRounding), (11, 2_300, 199, .contradiction),
        ])
    func ratio(whole: Int, base: Int, count: Int, verdict: Verdict) throws {
        let snapshot = try FigureDataset(
            statistics: [
                FigureDataset.statistic("all", #""value": \#(base), "precision": 1, "printed": "so many""#),
                FigureDataset.statistic("died", #""value": \#(count), "precision": 1, "printed": "so many""#),
                FigureDataset.statistic(
                    "share", in: "percent", #""ratio": [1, \#(whole)], "printed": "one in so many""#),
            ],
            relations: [
                FigureDataset.relation("r", #""kind": "share", "share": "share", "base": ["all"], "count": ["died"]"#)
            ]
        ).load()
        #expect(snapshot.verdicts == ["r": verdict])
    }

    @Test(
        "A value may stand beside a ratio, as far as its digits go", arguments: [("33.3", 3), ("33", 3), ("12.5", 8)])
    func valueOfRatio(value: String, whole: Int) throws {
        let claim = #""ratio": [1, \#(whole)], "value": \#(value), "printed": "one in so many""#
        let snapshot = try FigureDataset(statistics: [FigureDataset.statistic("share", in: "percent", claim)]).load()
        #expect(snapshot.claims["share-atlas"]?.quantity == Quantity(Ratio(1, in: Int64(whole))))
    }

    @Test("Nothing is less than nothing, and the message says so")
    func lessThanNothing() {
        let dataset = FigureDataset(
            statistics: [
                FigureDataset.statistic("a", #""value": 0, "qualifier": "less-than", "printed": "fewer than none""#)
            ])
        #expect(
            dataset.problems() == [
                "/statistics/0/claims/0/value": "a number above 0, because the unit allows nothing less"
            ])
    }

    @Test("A range of one source is one claim, and contests nothing")
    func range() throws {
        let snapshot = try FigureDataset(
            statistics: [
                FigureDataset.statistic(
                    "deaths",
                    #""qualifier": "between", "low": 1100000, "high": 1500000, "printed": "between 1.1 and 1.5 million""#
                )
            ]
        ).load()
        let statistic = try #require(snapshot.statistics["deaths"])
        #expect(!statistic.isContested)
        #expect(statistic.range == Interval(1_100_000, 1_500_000))
        #expect(statistic.claims.map(\.quantity.point) == [nil])
    }

    @Test("Values from one to a trillion stand side by side")
    func hugeRange() throws {
        let snapshot = try FigureDataset(
            statistics: [
                FigureDataset.statistic(
                    "a", #""value": 1, "printed": "1""#, #""value": 5000, "printed": "5,000""#,
                    #""value": 999999999999999, "printed": "999,999,999,999,999""#)
            ],
            relations: [FigureDataset.relation("s", #""kind": "same", "statistic": "a""#)]
        ).load()
        #expect(snapshot.statistics["a"]?.range == Interval(1, 999_999_999_999_999))
        #expect(snapshot.verdicts == ["s": .contradiction])
    }
}

extension Snapshot {
    /// The verdict of each check, by its id.
    var verdicts: [String: Verdict] {
        Dictionary(uniqueKeysWithValues: checks.records.map { ($0.id, $0.verdict) })
    }
}
