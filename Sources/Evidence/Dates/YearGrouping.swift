/// A part of a year that is longer than a month: the numbers 21 to 41 in the place of a month (EDTF level 2).
package enum YearGrouping: Hashable, Sendable {
    /// From 0, spring, to 3, winter; nil for seasons without a hemisphere, which are those of the northern one.
    case season(Int, Hemisphere?)
    /// One of the four quarters, from 1.
    case quarter(Int)
    /// One of three times four months, from 1.
    case third(Int)
    /// One of the two halves, from 1.
    case half(Int)

    package enum Hemisphere: Sendable {
        case northern, southern
    }

    /// nil for a number that is not of a grouping.
    package init?(rawValue number: Int) {
        switch number {
        case 21...24: self = .season(number - 21, nil)
        case 25...28: self = .season(number - 25, .northern)
        case 29...32: self = .season(number - 29, .southern)
        case 33...36: self = .quarter(number - 32)
        case 37...39: self = .third(number - 36)
        case 40...41: self = .half(number - 39)
        default: return nil
        }
    }

    /// Its first and last month. Seasons are the meteorological ones; the one that begins in December ends in the year
    /// after.
    func months(of year: Int) -> (first: (year: Int, month: Int), last: (year: Int, month: Int)) {
        let (first, count) =
            switch self {
            case .season(let index, let hemisphere): ((hemisphere == .southern ? index + 2 : index) % 4 * 3 + 3, 3)
            case .quarter(let number): (number * 3 - 2, 3)
            case .third(let number): (number * 4 - 3, 4)
            case .half(let number): (number * 6 - 5, 6)
            }
        let last = first + count - 1
        return ((year, first), last > 12 ? (year + 1, last - 12) : (year, last))
    }
}
