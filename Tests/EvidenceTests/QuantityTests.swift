import Evidence
import Testing

@Suite("A quantity is the interval that its words allow")
struct QuantityTests {
    @Test(
        "A count stands for its interval",
        arguments: [
            (41363, Qualifier.stated, 41363, 41363), (52000, .stated, 51500, 52499), (24300, .stated, 24250, 24349),
            (7450, .stated, 7450, 7450), (100_000, .stated, 99500, 100_499), (0, .stated, 0, 0),
            (100, .stated, 50, 149),
            (5000, .about, 4500, 5500), (550, .about, 495, 605), (1000, .about, 500, 1499), (7, .about, 7, 7),
            (25000, .lessThan, 0, 24999), (25000, .atMost, 0, 25000), (0, .lessThan, 0, 0),
        ])
    func counts(value: Int, qualifier: Qualifier, low: Int, high: Int) {
        let quantity = Quantity(Number(Int64(value)), qualifier)
        #expect(quantity.interval == Interval(Number(Int64(low)), Number(Int64(high))))
    }

    @Test(
        "A count without upper bound has none",
        arguments: [(25000, Qualifier.moreThan, 25001), (25000, .atLeast, 25000)])
    func unbounded(value: Int, qualifier: Qualifier, low: Int) {
        #expect(Quantity(Number(Int64(value)), qualifier).interval == Interval(Number(Int64(low)), nil))
    }

    @Test(
        "A precision that the dataset states replaces the one that the zeros suggest",
        arguments: [
            (52000, 1, 52000, 52000), (41324, 10, 41319, 41328), (100_000, 10000, 95000, 104_999), (75, 25, 63, 87),
        ])
    func precision(value: Int, precision: Int, low: Int, high: Int) {
        let quantity = Quantity(Number(Int64(value)), precision: Number(Int64(precision)))
        #expect(quantity.interval == Interval(Number(Int64(low)), Number(Int64(high))))
    }

    @Test(
        "A percentage stands for its interval, inside 0…100",
        arguments: [
            ("8", Qualifier.stated, "7.5", "8.5"), ("8", .about, "7.2", "8.8"), ("10", .about, "9", "11"),
            ("1", .about, "0.5", "1.5"), ("7.5", .stated, "7.45", "7.55"), ("50", .moreThan, "50", "100"),
            ("50", .atLeast, "50", "100"), ("50", .lessThan, "0", "50"), ("100", .stated, "99.5", "100"),
            ("0", .stated, "0", "0.5"),
        ])
    func percentages(value: String, qualifier: Qualifier, low: String, high: String) {
        let quantity = Quantity(Number(numeral: value), qualifier, kind: .percentage)
        #expect(quantity.interval == Interval(Number(numeral: low), Number(numeral: high)))
    }

    @Test("What is not known can be anything that the unit allows", arguments: UnitKind.allCases)
    func unknown(kind: UnitKind) {
        let quantity = Quantity(nil, .unknown, kind: kind)
        #expect(quantity.interval == kind.range)
        #expect(quantity.point == nil)
    }

    @Test("An interval contains the value that the words assert", arguments: Qualifier.allCases, UnitKind.allCases)
    func containsPoint(qualifier: Qualifier, kind: UnitKind) {
        for value in [0, 1, 9, 10, 50, 99, 100, 1000, 12300, 45000] as [Int64] {
            guard kind == .count || value <= 100 else { continue }
            let quantity = Quantity(qualifier == .unknown ? nil : Number(value), qualifier, kind: kind)
            guard let point = quantity.point else { continue }
            #expect(quantity.interval.contains(point), "\(value)")
        }
    }
}
