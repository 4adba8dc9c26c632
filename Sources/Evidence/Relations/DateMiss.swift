/// By how many days a date misses something, from the least to the most.
struct DateMiss {
    /// `Int.max` for what has no bound.
    let least, most: Int
    /// Whether an end is not known that it depends on.
    let isUnknown: Bool
    /// Whether it may miss although the least is 0: because a date is qualified, or not all of its days may be meant.
    let isDoubtful: Bool

    init(least: Int, most: Int, isUnknown: Bool = false, isDoubtful: Bool) {
        self.least = least
        self.most = most
        self.isUnknown = isUnknown
        self.isDoubtful = isDoubtful && most > 0
    }

    static let none = DateMiss(least: 0, most: 0, isDoubtful: false)
    static let unknown = DateMiss(least: 0, most: .max, isUnknown: true, isDoubtful: false)

    /// By how much an end is behind a day; nil is a bound that is not there, unless it is unknown.
    init(of end: DatedEnd, behind limit: Int?, isUnknown: Bool) {
        switch end {
        case _ where limit == nil && !isUnknown: self = .none
        case .open: self.init(least: .max, most: .max, isDoubtful: false)
        case .unknown: self = .unknown
        case .days(let days):
            guard let limit else {
                self = .unknown
                return
            }
            self.init(
                least: days.reached.first.map { max($0 - limit, 0) } ?? 0,
                most: days.reached.last.map { max($0 - limit, 0) } ?? .max,
                isDoubtful: days.reach > 0 || days.days.hasGaps)
        }
    }

    /// What misses by both.
    static func both(_ left: DateMiss, _ right: DateMiss) -> DateMiss {
        DateMiss(
            least: max(left.least, right.least), most: max(left.most, right.most),
            isUnknown: left.isUnknown || right.isUnknown, isDoubtful: left.isDoubtful || right.isDoubtful)
    }

    /// What misses by the one or by the other.
    static func either(_ left: DateMiss?, _ right: DateMiss) -> DateMiss? {
        guard let left else { return right }
        return DateMiss(
            least: min(left.least, right.least), most: max(left.most, right.most),
            isUnknown: left.isUnknown || right.isUnknown, isDoubtful: left.isDoubtful || right.isDoubtful)
    }
}
