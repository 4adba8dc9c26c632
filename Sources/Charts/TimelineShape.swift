import Evidence

/// The geometry of a date, or of one of the dates of a set.
struct TimelineShape {
    /// What is known of one end of a bar.
    enum End {
        case day
        /// An end beyond the picture.
        case beyond
        /// An end that is not stated.
        case open
    }

    let left, right: Double
    let start, end: End
    /// Whether the date has no mark of being uncertain or approximate.
    let isCertain: Bool
    /// Whether the date is a single day.
    let isDay: Bool
    /// Whether it is some time within the bar, as for a single month or year.
    let isWithin: Bool

    /// Returns one shape, or one for each date of a set.
    static func all(of date: EDTF, _ scale: TimeScale) -> [TimelineShape] {
        guard let set = date.set, set.elements.count > 1 else {
            let isOneOf = date.set?.choice == .oneOf
            return [TimelineShape(from: date.start, to: date.end, isWithin: isOneOf, scale)]
        }
        return set.elements.map { element in
            TimelineShape(from: element.start, to: element.end, isWithin: set.choice == .oneOf, scale)
        }
    }

    private init(left: Double, right: Double, of shape: TimelineShape) {
        (self.left, self.right) = (left, right)
        (start, end, isCertain, isDay, isWithin) = (
            shape.start, shape.end, shape.isCertain, shape.isDay, shape.isWithin
        )
    }

    /// Returns the shape with no more than this length of what has an end that is not stated, so that words have room.
    func shortened(to length: Double) -> TimelineShape {
        guard right - left > length, (start == .open) != (end == .open) else { return self }
        return start == .open
            ? TimelineShape(left: right - length, right: right, of: self)
            : TimelineShape(left: left, right: left + length, of: self)
    }

    private init(from start: EDTF.Endpoint, to end: EDTF.Endpoint, isWithin: Bool, _ scale: TimeScale) {
        let (first, last) = (start.date?.earliest, end.date?.latest)
        self.start = first.map { scale.isBefore($0) ? .beyond : .day } ?? .open
        self.end = last.map { scale.isBehind($0) ? .beyond : .day } ?? .open
        isDay = first == last && self.start == .day && self.end == .day
        self.isWithin = (start == end || isWithin) && !isDay
        isCertain = [start.date, end.date].compactMap { $0?.qualifier }.isEmpty
        let (low, high) = (
            first.map(scale.position) ?? scale.span.lowerBound, last.map(scale.end) ?? scale.span.upperBound
        )
        let middle = (low + high) / 2
        let least = isDay ? 12.0 : 4
        left = high - low < least ? middle - least / 2 : low
        right = high - low < least ? middle + least / 2 : high
    }
}
