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
            (5000, .about, 4500, 5500), (550, .about, 495, 605), (1000, .about, 500, 1499), (7, .about, 6, 8),
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
        let quantity = Quantity(Number(numeral: value), qualifier, in: Unit(.percentage))
        #expect(quantity.interval == Interval(Number(numeral: low), Number(numeral: high)))
    }

    @Test(
        "A measure stands for its interval: its last digit decides, or its zeros where nothing follows the point",
        arguments: [
            ("12.5", Qualifier.stated, "12.45", "12.55"), ("10001", .stated, "10000.5", "10001.5"),
            ("63000", .stated, "62500", "63500"), ("700", .stated, "650", "750"), ("0", .stated, "0", "0.5"),
            ("12.5", .about, "11.25", "13.75"), ("2.5", .lessThan, "0", "2.5"),
        ])
    func measures(value: String, qualifier: Qualifier, low: String, high: String) {
        let quantity = Quantity(Number(numeral: value), qualifier, in: Unit(.measure))
        #expect(quantity.interval == Interval(Number(numeral: low), Number(numeral: high)))
    }

    @Test(
        "The last printed digit of a shortened number is its precision",
        arguments: [
            ("1200000", "1.2 million", UnitKind.count, "1150000", "1249999"),
            ("3000000", "3 million", .count, "2500000", "3499999"),
            ("3000000", "3.0 million", .count, "2950000", "3049999"),
            ("2569000000000", "2,569 milliard", .count, "2568500000000", "2569499999999"),
            ("1240737", "1,240,737", .count, "1240737", "1240737"), ("63000", "63,000", .count, "62500", "63499"),
            ("63000", "sixty-three thousand", .count, "62500", "63499"), ("5", "5.0", .count, "5", "5"),
            ("100", "100.0", .count, "100", "100"), ("40000", "apie 40 tūkst.", .count, "39500", "40499"),
            // To the half, or the quarter, of what is counted.
            ("1500000", "1½ million", .count, "1250000", "1749999"), ("500000", "½ m.", .count, "250000", "749999"),
            ("1250000", "1¼ million", .count, "1125000", "1374999"), ("750000", "¾ m.", .count, "625000", "874999"),
            ("7.5", "7½ per cent", .percentage, "7.25", "7.75"), ("2.25", "2¼ tons", .measure, "2.125", "2.375"),
            ("1500000", "١٫٥ مليون", .count, "1450000", "1549999"), ("100", "in 1944 100 men", .count, "50", "149"),
            ("10", "10.0 per cent", .percentage, "9.95", "10.05"), ("10", "10 per cent", .percentage, "9.5", "10.5"),
            ("12.5", "12,50 %", .percentage, "12.495", "12.505"), ("0", "0.0 %", .percentage, "0", "0.05"),
            ("0.00125", "0.0125 per mille", .percentage, "0.001245", "0.001255"),
            ("12.5", "an eighth", .percentage, "12.45", "12.55"),
            ("63000", "63,000.0 t", .measure, "62999.95", "63000.05"), ("63000", "63 kt", .measure, "62500", "63500"),
            ("1200000", "1.2 million tons", .measure, "1150000", "1250000"),
        ])
    func printed(value: String, printed: String, kind: UnitKind, low: String, high: String) {
        let quantity = Quantity(Number(numeral: value), in: Unit(kind)).read(as: printed)
        #expect(quantity.interval == Interval(Number(numeral: low), Number(numeral: high)))
    }

    @Test(
        "In a table in thousands, the last printed digit is the precision, also where it is a zero",
        arguments: [
            ("58600", "58.6", "58550", "58649"), ("58600", "58.60", "58595", "58604"),
            ("58600", "58.600", "58600", "58600"), ("1200000", "1,200", "1199500", "1200499"),
        ])
    func scaled(value: String, printed: String, low: String, high: String) {
        let quantity = Quantity(Number(numeral: value)).read(as: printed, isScaled: true)
        #expect(quantity.interval == Interval(Number(numeral: low), Number(numeral: high)))
    }

    @Test(
        "A percentage or a measure may be rounded to less than one",
        arguments: [
            ("10", "0.1", "9.95", "10.05"), ("12.5", "5", "10", "15"), ("3", "0.000001", "2.9999995", "3.0000005"),
        ])
    func fine(value: String, precision: String, low: String, high: String) {
        for kind in [UnitKind.percentage, .measure] {
            let quantity = Quantity(Number(numeral: value), precision: Number(numeral: precision), in: Unit(kind))
            #expect(
                quantity.interval == Interval(Number(numeral: low, decimals: 7), Number(numeral: high, decimals: 7)))
            #expect(quantity.read(as: "\(value).00") == quantity)
        }
    }

    @Test(
        "One in so many is from the next half below to the next half above, exactly",
        arguments: [
            (1, 8, UnitKind.percentage, [100, 8], [200, 17], [200, 15]),
            (1, 3, .percentage, [100, 3], [200, 7], [40, 1]),
            (9, 10, .percentage, [90, 1], [1800, 21], [1800, 19]), (2, 7, .measure, [2, 7], [4, 15], [4, 13]),
            (1, 1, .percentage, [100, 1], [200, 3], [100, 1]), (0, 5, .percentage, [0, 1], [0, 1], [0, 1]),
        ] as [(Int64, Int64, UnitKind, [Int64], [Int64], [Int64])])
    func ratio(part: Int64, whole: Int64, kind: UnitKind, point: [Int64], low: [Int64], high: [Int64]) {
        let quantity = Quantity(Ratio(part, in: whole), in: Unit(kind))
        let fraction = { (parts: [Int64]) in Number(Int128(parts[0]), over: Int128(parts[1])) }
        #expect(quantity.point == fraction(point))
        #expect(quantity.interval == Interval(fraction(low), fraction(high)))
    }

    @Test("The words around a ratio qualify it as any other figure")
    func qualifiedRatio() {
        #expect(Quantity(Ratio(1, in: 4), .moreThan).interval == Interval(25, 100))
        #expect(Quantity(Ratio(1, in: 4), .atMost).interval == Interval(0, 25))
        #expect(
            Quantity(Ratio(1, in: 100), .about).interval
                == Interval(Number(9).shifted(by: 1), Number(11).shifted(by: 1)))
        #expect(
            Quantity(Ratio(1, in: 4), precision: 1).interval
                == Interval(Number(245).shifted(by: 1), Number(255).shifted(by: 1)))
    }

    @Test(
        "Where the unit has no least value, what is below zero is as good as what is above",
        arguments: [
            (-5000, Qualifier.stated, -5500, -4500), (-41363, .stated, -41363, -41363), (-550, .about, -605, -495),
            (-5, .moreThan, -4, nil), (-5, .lessThan, nil, -6), (0, .lessThan, nil, -1), (7, .atMost, nil, 7),
        ] as [(Int64, Qualifier, Int64?, Int64?)])
    func unbounded(value: Int64, qualifier: Qualifier, low: Int64?, high: Int64?) {
        let unit = Unit(.count, bounds: Interval(nil, nil))
        let interval = Quantity(Number(value), qualifier, in: unit).interval
        #expect(interval == Interval(low.map { Number($0) }, high.map { Number($0) }))
        #expect(Quantity(nil, .unknown, in: unit).interval == Interval(nil, nil))
    }

    @Test("A range is one quantity without a point, and its ends are as they are given", arguments: UnitKind.allCases)
    func range(kind: UnitKind) {
        let quantity = Quantity(between: 10, and: 15, in: Unit(kind))
        #expect(quantity.interval == Interval(10, 15))
        #expect(quantity.point == nil)
        #expect(quantity.value == nil)
        #expect(quantity.isKnown)
    }

    @Test("What is not known can be anything that the unit allows", arguments: UnitKind.allCases)
    func unknown(kind: UnitKind) {
        let quantity = Quantity(nil, .unknown, in: Unit(kind))
        #expect(quantity.interval == kind.range)
        #expect(quantity.point == nil)
    }

    @Test("An interval contains the value that the words assert", arguments: Qualifier.allCases, UnitKind.allCases)
    func containsPoint(qualifier: Qualifier, kind: UnitKind) {
        for value in [0, 1, 9, 10, 50, 99, 100, 1000, 12300, 45000] as [Int64] {
            guard kind != .percentage || value <= 100 else { continue }
            let quantity = Quantity(qualifier == .unknown ? nil : Number(value), qualifier, in: Unit(kind))
            guard let point = quantity.point else { continue }
            #expect(quantity.interval.contains(point), "\(value)")
        }
    }
}
