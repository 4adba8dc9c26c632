/// The days inside which something must lie to be within something else.
struct OuterRange {
    /// The stretches of which it must lie inside one.
    private let stretches: DayStretches
    /// Whether it has a start and an end that are not known; then there is one stretch.
    private let isStartUnknown, isEndUnknown: Bool

    /// Whether some of the days may not be meant.
    var isHull: Bool { stretches.isHull }

    init(_ outer: Dating, _ bound: Within.Bound) {
        let (start, end) = (outer.date.start, outer.date.end)
        isStartUnknown = bound != .end && start == .unknown
        isEndUnknown = bound != .start && end == .unknown
        let days = outer.days ?? DayStretches(start.date?.earliest.ordinal, end.date?.latest.ordinal)
        stretches =
            switch bound {
            case .both: days
            case .start: DayStretches(days.first, nil)
            case .end: DayStretches(nil, days.last)
            }
    }

    /// Returns by how much a span misses the days.
    func miss(of span: Dating.Span) -> DateMiss {
        switch span {
        case .days(let start, let end): return miss(from: start, to: end)
        case .day(let days):
            let misses = days.reached.all.map { stretch in
                let (least, most) = stretches.distances(from: stretch)
                return DateMiss(least: least, most: most, isDoubtful: days.reach > 0 || days.days.isHull)
            }
            // Inside the end that is known, the day may be outside the one that is not.
            let isUnknown = isStartUnknown || isEndUnknown
            let miss = misses.reduce(nil, DateMiss.either) ?? .none
            return isUnknown ? .both(miss, .unknown) : miss
        }
    }

    /// Returns by how much what has all days between two ends misses the stretch that it misses least.
    private func miss(from start: DatedEnd, to end: DatedEnd) -> DateMiss {
        let start = start.mirrored
        let misses = { (stretch: DayStretches.Stretch) in
            (
                start: DateMiss(of: start, behind: stretch.first.map { -$0 }, isUnknown: isStartUnknown),
                end: DateMiss(of: end, behind: stretch.last, isUnknown: isEndUnknown)
            )
        }
        // The later the stretch, the more the start misses it by, and the less the end.
        let best = { (amount: (DateMiss) -> Int) in
            let all = stretches.all
            let place = all.partitionPoint { amount(misses($0).start) < amount(misses($0).end) }
            return all[max(place - 1, 0)..<min(place + 1, all.count)].map(misses).map {
                DateMiss.both($0.start, $0.end)
            }
            .min { amount($0) < amount($1) } ?? .none
        }
        let (least, most) = (best(\.least), best(\.most))
        return DateMiss(
            least: least.least, most: most.most, isUnknown: least.isUnknown, isDoubtful: least.isDoubtful)
    }
}

extension DatedEnd {
    /// The same end counted backwards, so that what holds of ends holds of starts.
    fileprivate var mirrored: DatedEnd {
        if case .days(let days) = self { .days(days.mirrored) } else { self }
    }
}
