import Evidence
import Testing

@Suite("Intervals add, subtract and compare by their ends")
struct IntervalTests {
    @Test("Ends without bound stay without bound")
    func unbounded() {
        let open = Interval(5, nil)
        #expect(open + Interval(1, 2) == Interval(6, nil))
        #expect(Interval(1, 2) - open == Interval(nil, -3))
        #expect(open * Interval(2, 3) == Interval(10, nil))
    }

    @Test(
        "A product runs from the least to the greatest of the products of the ends",
        arguments: [
            (Interval(2, 3), Interval(5, 7), Interval(10, 21)), (Interval(-2, 3), Interval(5, 7), Interval(-14, 21)),
            (Interval(-3, -2), Interval(5, 7), Interval(-21, -10)),
            (Interval(-3, 2), Interval(-7, 5), Interval(-15, 21)),
            (Interval(0, nil), Interval(2, 3), Interval(0, nil)),
            (Interval(nil, -1), Interval(2, 3), Interval(nil, -2)),
            (Interval(nil, nil), Interval(0, 0), Interval(0, 0)),
            (Interval(-1, 1), Interval(0, nil), Interval(nil, nil)),
        ])
    func product(left: Interval, right: Interval, expected: Interval) {
        #expect(left * right == expected)
        #expect(right * left == expected)
    }

    @Test("Ends without bound below stay so, in sums, differences and misses")
    func openBelow() {
        let open = Interval(nil, 4)
        #expect(open + Interval(1, 2) == Interval(nil, 6))
        #expect(open - Interval(1, 2) == Interval(nil, 3))
        #expect(Interval(1, 2) - open == Interval(-3, nil))
        #expect(open.positive == Interval(0, 4))
        #expect(open.magnitude == Interval(0, nil))
        #expect(open.union(Interval(1, 9)) == Interval(nil, 9))
        #expect(open.clamped(to: Interval(0, 2)) == Interval(0, 2))
        #expect(Interval(-9, -5).clamped(to: Interval(0, nil)) == Interval(0, 0))
    }

    @Test("An end that is no decimal is shown further out")
    func shown() throws {
        let third = try #require(Number(1, over: 3))
        let shown = Interval(third, third).shown(places: 2)
        #expect(shown == Interval(Number(33).shifted(by: 2), Number(34).shifted(by: 2)))
        #expect(Interval(Number(1).shifted(by: 9), nil).shown() == Interval(Number(1).shifted(by: 9), nil))
    }

    @Test("A difference runs from the closest to the farthest")
    func difference() {
        #expect(Interval(2301, 2301) - Interval(1951, 2050) == Interval(251, 350))
    }

    @Test(
        "A magnitude is a distance from zero",
        arguments: [
            (Interval(-620, 1378), Interval(0, 1378)), (Interval(-20, -5), Interval(5, 20)),
            (Interval(5, 20), Interval(5, 20)),
            (Interval(nil, -5), Interval(5, nil)), (Interval(-5, nil), Interval(0, nil)),
            (Interval(0, 0), Interval(0, 0)),
        ])
    func magnitude(interval: Interval, expected: Interval) {
        #expect(interval.magnitude == expected)
    }

    @Test(
        "Two intervals overlap when they share a value",
        arguments: [
            (Interval(1, 5), Interval(5, 9), true), (Interval(1, 4), Interval(5, 9), false),
            (Interval(nil, nil), Interval(7, 7), true), (Interval(8, nil), Interval(nil, 7), false),
        ])
    func overlap(left: Interval, right: Interval, expected: Bool) {
        #expect(left.overlaps(right) == expected)
        #expect(right.overlaps(left) == expected)
    }
}
