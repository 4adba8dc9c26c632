/// What arithmetic says of two amounts.
package struct Comparison: Hashable, Sendable {
    /// How the two must stand to each other.
    package enum Sign: Sendable {
        /// `computed` = `stated`.
        case equal
        /// `computed` ≤ `stated`.
        case atMost
    }

    package let sign: Sign
    /// The side that a source states by itself.
    package let stated: Amount
    /// The side that is worked out.
    package let computed: Amount

    /// Where both sides have points, consistent when these do it, and within rounding when only what the words allow
    /// does. A range or a bound ("more than half") is consistent when it and the other side are compatible: one allows all
    /// that the other allows, or, of "at most", nothing else; it is unresolved when only some of it fits, and what is
    /// not known is unresolved in any case. A contradiction when the words allow nothing of it.
    ///
    /// Widening the interval around a point never makes this graver.
    package var verdict: Verdict {
        guard isPossible else { return .contradiction }
        if let stated = stated.point, let computed = computed.point {
            let holds = sign == .equal ? computed == stated : computed <= stated
            return holds ? .consistent : .withinRounding
        }
        return isCompatible ? .consistent : .unresolved
    }

    private var isCompatible: Bool {
        switch sign {
        case .equal:
            !stated.isUnknown && !computed.isUnknown
                && (stated.interval.contains(computed.interval) || computed.interval.contains(stated.interval))
        case .atMost: computed.interval.mustBeAtMost(stated.interval)
        }
    }

    private var isPossible: Bool {
        switch sign {
        case .equal: computed.interval.overlaps(stated.interval)
        case .atMost: computed.interval.canBeAtMost(stated.interval)
        }
    }

    /// By how much the sides miss each other, from the least to the most that the words allow; 0 where they do not.
    package var miss: Interval {
        let difference = stated.interval - computed.interval
        return sign == .equal ? difference.magnitude : (computed.interval - stated.interval).positive
    }
}
