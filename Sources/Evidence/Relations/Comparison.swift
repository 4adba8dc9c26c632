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

    /// Consistent when the words assert it, or allow nothing else; within rounding when they allow it; a contradiction
    /// when they allow nothing of it. Words that assert no point ("more than half") can leave it unresolved.
    ///
    /// Widening an interval never makes this graver.
    package var verdict: Verdict {
        if isCertain { return .consistent }
        guard isPossible else { return .contradiction }
        return stated.point == nil || computed.point == nil ? .unresolved : .withinRounding
    }

    private var isCertain: Bool {
        if let stated = stated.point, let computed = computed.point {
            return sign == .equal ? computed == stated : computed <= stated
        }
        return sign == .atMost && computed.interval.mustBeAtMost(stated.interval)
    }

    private var isPossible: Bool {
        switch sign {
        case .equal: computed.interval.overlaps(stated.interval)
        case .atMost: computed.interval.canBeAtMost(stated.interval)
        }
    }
}
