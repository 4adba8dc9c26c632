/// One way to read a relation: one claim for each statistic, and what arithmetic makes of them.
package struct Reading: Hashable, Sendable {
    /// Which figures were put together.
    package enum Label: String, CaseIterable, Sendable {
        /// All from one strand of one source: its main text, its "other data" and so on. A statistic for which that strand
        /// has no figure lends one from another.
        case main
        case otherData = "other-data"
        case officialData = "official-data"
        case estimate
        /// Two figures that one source gives for the same statistic.
        case oneSource = "one-source"
        /// Figures of different sources.
        case betweenSources = "between-sources"
        /// Figures of two strands of one source, or of a source that has another figure for something that the reading
        /// takes from elsewhere. Published, and decides only where there is no other reading.
        case mixed
    }

    /// Something that can be compared: a sum of figures, or a period.
    package enum Operand: Hashable, Sendable {
        case amount(Amount)
        case period(EDTF)
    }

    /// The claims that each side adds up, in the order of the relation; empty where periods are compared.
    package let sides: [[Claim]]
    package let label: Label
    /// How many of its sources are passed over, although they have figures of their own for what it reads: none, but in
    /// a mixed one.
    package let passedOver: Int
    package let stated: Operand
    package let computed: Operand
    /// Stated less computed; of periods, how many days the inner one overshoots. nil where the sides cannot be
    /// subtracted from each other.
    package let difference: Amount?
    /// By how much, or how many days, the sides miss each other, from the least to the most that the words allow; nil
    /// where they cannot be subtracted.
    package let miss: Interval?
    package let verdict: Verdict

    /// Whether both sides have points; of periods, whether the days by which they miss each other are one number. Sides
    /// that cannot be subtracted from each other have points all the same.
    var hasPoints: Bool {
        guard case .amount(let stated) = stated, case .amount(let computed) = computed else {
            return difference?.point != nil
        }
        return stated.point != nil && computed.point != nil
    }

    /// The ids of the claims, each once.
    package var claims: [String] {
        sides.joined().map(\.id).uniqued()
    }
}
