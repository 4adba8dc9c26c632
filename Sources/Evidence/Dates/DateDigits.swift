/// A number of a date, of which some digits may not be specified: `19XX`, `1X`.
struct DateDigits: Hashable, Sendable {
    /// The number with 0, and with 9, in place of every unspecified digit.
    let low, high: Int
    /// The value of the place of each unspecified digit, the highest first.
    let unspecified: [Int]

    var isKnown: Bool { unspecified.isEmpty }

    /// Whether the unspecified digits are the last ones, so that the numbers follow each other.
    var isRange: Bool { high - low + 1 == count }

    /// How many numbers it can be: a power of ten.
    var count: Int { unspecified.reduce(1) { count, _ in count * 10 } }

    /// Returns a number that it can be; they are counted from 0, the lowest first.
    subscript(index: Int) -> Int {
        var (rest, number) = (index, low)
        for place in unspecified.reversed() {
            number += rest % 10 * place
            rest /= 10
        }
        return number
    }

    /// The numbers of a range that it can be.
    func values(in range: ClosedRange<Int>) -> [Int] {
        (0..<count).map { self[$0] }.filter(range.contains)
    }
}
