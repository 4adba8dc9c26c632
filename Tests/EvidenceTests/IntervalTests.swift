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
