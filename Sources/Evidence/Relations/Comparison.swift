/// What arithmetic says of two amounts.
package struct Comparison: Hashable, Sendable {
    /// How the two must stand to each other.
    package enum Sign: String, CaseIterable, Sendable {
        /// `computed` = `stated`.
        case equal = "="
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case more = ">"

        /// The sign where the sides change places.
        package var mirrored: Sign {
            switch self {
            case .equal: .equal
            case .atMost: .atLeast
            case .atLeast: .atMost
            case .less: .more
            case .more: .less
            }
        }
    }

    package struct Sides: Hashable, Sendable {
        /// The side that is worked out; where neither is, or both are, the first.
        package let computed: Amount
        /// The side that a source states by itself, or else the other.
        package let stated: Amount

        package init(computed: Amount, stated: Amount) {
            self.computed = computed
            self.stated = stated
        }
    }

    package let sign: Sign
    /// The sides that are compared.
    private let sides: Sides
    /// The sides as they are written, which are shown.
    package let written: Sides
    /// Whether a term stands twice in them, so that their intervals are wider than what can be.
    private let isLoose: Bool

    package var stated: Amount { sides.stated }
    package var computed: Amount { sides.computed }

    init(sign: Sign, _ sides: Sides, written: Sides, isLoose: Bool) {
        self.sign = sign
        self.sides = sides
        self.written = written
        self.isLoose = isLoose
    }

    package init(sign: Sign, stated: Amount, computed: Amount) {
        let sides = Sides(computed: computed, stated: stated)
        self.init(sign: sign, sides, written: sides, isLoose: false)
    }

    /// Where both sides have points, consistent when these do it, and within rounding when only what the words allow
    /// does. A range or a bound ("more than half") is consistent when it and the other side are compatible: one allows all
    /// that the other allows, or, of an inequality, nothing else; it is unresolved when only some of it fits, and what is
    /// not known is unresolved in any case. A contradiction when the words allow nothing of it. Where a side rests on an
    /// imprecise date, consistent when all of its days fit, and within rounding when some do, unless the date is doubtful
    /// or it is not worked out whether some do.
    ///
    /// Widening the interval around a point never makes this graver.
    package var verdict: Verdict {
        guard isPossible(computed.interval, stated.interval), sign != .equal || leastDistance == .zero else {
            return .contradiction
        }
        let dating = max(computed.dating, stated.dating)
        if dating > .exact {
            if isCertain(computed.asserted, stated.asserted) { return .consistent }
            let isOpen = dating == .qualified || isUnknown || isLoose
            return isOpen || computed.gaps == .untold || stated.gaps == .untold ? .unresolved : .withinRounding
        }
        if computed.point != nil, stated.point != nil {
            return isPossible(computed.asserted, stated.asserted) ? .consistent : .withinRounding
        }
        return isCompatible ? .consistent : .unresolved
    }

    private var isUnknown: Bool { computed.isUnknown || stated.isUnknown }

    private var isCompatible: Bool {
        guard sign == .equal else { return isCertain(computed.interval, stated.interval) }
        return !isUnknown && !isLoose
            && (stated.interval.contains(computed.interval) || computed.interval.contains(stated.interval))
    }

    /// Whether some values of the sides stand so.
    private func isPossible(_ computed: Interval, _ stated: Interval) -> Bool {
        switch sign {
        case .equal: computed.overlaps(stated)
        case .atMost: computed.canBeAtMost(stated)
        case .atLeast: stated.canBeAtMost(computed)
        case .less: !stated.mustBeAtMost(computed)
        case .more: !computed.mustBeAtMost(stated)
        }
    }

    /// Whether all values of the sides stand so; of an equality between a side that rests on dates and another, whether each
    /// of the one is what the other asserts.
    private func isCertain(_ computed: Interval, _ stated: Interval) -> Bool {
        switch sign {
        case .equal:
            switch (self.computed.dating > .exact, self.stated.dating > .exact) {
            case (true, true): computed.low != nil && computed.low == computed.high && computed == stated
            case (true, false): !self.stated.isUnknown && stated.contains(computed)
            case (false, _): !self.computed.isUnknown && computed.contains(stated)
            }
        case .atMost: computed.mustBeAtMost(stated)
        case .atLeast: stated.mustBeAtMost(computed)
        case .less: !stated.canBeAtMost(computed)
        case .more: !computed.canBeAtMost(stated)
        }
    }

    private var leastDistance: Number { stated.leastDistance(from: computed) }

    /// By how much the sides miss each other, from the least to the most that the words allow; 0 where they do not.
    package var miss: Interval {
        switch sign {
        case .equal: Interval(leastDistance, (stated.interval - computed.interval).magnitude.high)
        case .atMost, .less: (computed.interval - stated.interval).positive
        case .atLeast, .more: (stated.interval - computed.interval).positive
        }
    }
}

extension Amount {
    /// What the words assert: the point, or else all that they allow.
    fileprivate var asserted: Interval { point.map { Interval($0, $0) } ?? interval }
}
