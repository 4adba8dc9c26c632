import Archive
import Evidence
import Testing

/// What a reader with a pencil makes of the shipped figures.
@Suite("The shipped figures, worked out by hand")
struct WorkedByHandTests {
    private let snapshot: Snapshot

    init() throws { snapshot = try RealDataset.load() }

    /// Claims that are added, claims that are taken away from them, and what is left.
    struct Sum: Sendable, CustomTestStringConvertible {
        let plus, minus: [String]
        let left: Number

        init(_ plus: [String], minus: [String] = [], _ left: Number) {
            self.plus = plus
            self.minus = minus
            self.left = left
        }

        var testDescription: String { "\(plus) − \(minus) = \(left)" }

        private static let dodgers = "legalised-dodgers-by-1945-12-"
        private static let deserters = "legalised-deserters-by-1945-12-"
        private static let legalised = "legalised-by-1945-12-main"
        private static let others1957 = "legalised-dodgers-and-deserters-by-1957-main"
        private static let total = "mobilised-total-main"

        static let all = [
            Sum(["taken-by-force-1944-main", "taken-by-force-1945-main"], 44_562),
            Sum(
                ["taken-by-force-total-main"], minus: ["taken-by-force-1944-main", "taken-by-force-1945-main"], 2_112),
            Sum(["mobilised-1944-main", "mobilised-1945-main"], 108_000),
            Sum([total], minus: ["mobilised-1944-main", "mobilised-1945-main"], 378),
            Sum([dodgers + "main", deserters + "main"], 29_784),
            Sum([legalised], minus: [dodgers + "main", deserters + "main"], 6_360),
            Sum([dodgers + "other", deserters + "other"], 37_111),
            Sum([dodgers + "other", deserters + "other"], minus: [legalised], 967),
            // Figures of two series, which no reading mixes.
            Sum([dodgers + "other", deserters + "main"], 37_012),
            Sum([dodgers + "other", deserters + "main"], minus: [legalised], 868),
            Sum([dodgers + "main", deserters + "other"], 29_883),
            Sum([legalised], minus: [dodgers + "main", deserters + "other"], 6_261),
            Sum([others1957], minus: [dodgers + "main", deserters + "main"], 704),
            Sum([dodgers + "other", deserters + "other"], minus: [others1957], 6_623),
            // One figure alone is more than all of them twelve years later.
            Sum([dodgers + "other"], minus: [others1957], 4_101),
            Sum(["legalised-partisans-by-1957-main", others1957], 38_838),
            Sum(["legalised-by-1957-main"], minus: ["legalised-partisans-by-1957-main", others1957], 0),
            Sum(["legalised-by-1957-main"], minus: [legalised], 2_694),
            Sum([legalised], minus: ["legalised-by-1945-06-main"], 27_248),
            Sum(["mobilised-lithuanians-total-main"], minus: ["mobilised-lithuanians-1944-wikipedia"], 39_442),
            Sum(["mobilised-lithuanians-1944-wikipedia", "mobilised-1945-main"], 87_558),
            Sum(
                ["mobilised-lithuanians-1944-wikipedia", "mobilised-1945-main"],
                minus: ["mobilised-lithuanians-total-main"], 5_558),
            Sum([total], minus: ["mobilised-lithuanians-total-main"], 26_378),
            Sum(["killed-by-4th-division-anusauskas"], minus: ["partisans-killed-by-4th-division-anusauskas"], 1_267),
            Sum(["killed-by-4th-division-anusauskas", "killed-by-137th-regiment-anusauskas"], 2_258),
            Sum([total], minus: ["mobilised-by-1944-09-16-kantor"], 24_437),
            Sum(["mobilised-by-1944-09-16-kantor", "mobilised-1945-main"], 128_941),
            Sum(["mobilised-by-1944-09-16-kantor"], minus: ["mobilised-1944-main"], 20_941),
            Sum(["mobilised-1944-main", "draft-dodgers-1945-01-01-main"], 121_620),
        ]
    }

    @Test("add up and leave what they leave", arguments: Sum.all)
    func sums(sum: Sum) throws {
        let plus = try sum.plus.map(value).reduce(0, +)
        let minus = try sum.minus.map(value).reduce(0, +)
        #expect(plus - minus == sum.left)
    }

    @Test(
        "have bounds by the word and the zeros with which they are printed",
        arguments: [
            ("mobilised-1945-main", 44_500, 45_499), ("partisans-killed-by-4th-division-anusauskas", 495, 605),
            ("taken-by-force-1944-main", 24_050, 24_149), ("killed-by-137th-regiment-anusauskas", 441, 441),
        ] as [(String, Number, Number)])
    func bounds(claim: String, low: Number, high: Number) throws {
        let found = try #require(snapshot.claims[claim])
        #expect(found.quantity.interval.low == low && found.quantity.interval.high == high)
    }

    @Test(
        "have these shares, in tenths of a per cent",
        arguments: [
            ("mobilised-lithuanians-1944-wikipedia", "mobilised-1944-main", 676),
            ("mobilised-lithuanians-total-main", "mobilised-total-main", 757),
            ("returned-lithuanians-by-1946-11-25-main", "returned-by-1946-11-25-main", 699),
            ("taken-by-force-total-main", "mobilised-total-main", 431),
        ])
    func shares(part: String, whole: String, tenths: Int) throws {
        let (part, whole) = (try value(part), try value(whole))
        // Halves go up: 2,000 parts and the whole once, in the whole twice.
        let (twice, doubled) = (part * 2_000 + whole, whole * 2)
        #expect(doubled * Number(Int64(tenths)) <= twice && twice < doubled * Number(Int64(tenths) + 1))
    }

    /// What is printed, where that is one number.
    private func value(_ claim: String) throws -> Number {
        try #require(snapshot.claims[claim]?.quantity.value, "\(claim)")
    }

    /// An event, and its date.
    @Test(
        "Periods claim no more than the sources' words",
        arguments: [
            ("the-underground-in-autumn-1944", "1944-23"), ("forceful-measures", "1944-12/"),
            ("treatment-of-the-legalised", "1944-07/"), ("mass-mobilisation-stopped", "1945-05~"),
            ("call-up-launched", "1944-41"), ("legalisation-until-1957", "../1957"),
        ])
    func periods(event: String, date: String) throws {
        let events = snapshot.events
        let found = try #require(events.records.first { $0.id == event })
        #expect(found.dates.map(\.text).contains(date))
    }
}
