package import Evidence

/// One way to read a relation: one claim for each statistic, and what arithmetic makes of them. Readings with the same
/// figures have the same arithmetic: they are one, with all who say it.
package struct Reading: Hashable, Sendable {
    /// Which figures were put together.
    package enum Label: String, CaseIterable, Sendable {
        /// All from one strand of one source: its main text, its "other data" and so on. A statistic or an event for which
        /// that strand has no figure or date lends one from another.
        case main
        case otherData = "other-data"
        case officialData = "official-data"
        case estimate
        /// Two figures that one source gives for the same statistic, where no two sources give them; or dates that nobody
        /// disputes, of one source.
        case oneSource = "one-source"
        /// Figures or dates of different sources.
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

    /// A date that stands in a formula, and which end of it does.
    package struct Day: Hashable, Sendable {
        package let dating: Dating
        package let bound: Equation.Day.Bound
    }

    /// The claims that each side adds up, in the order of the relation; empty where periods are compared.
    package let sides: [[Claim]]
    /// The claims by which those of its events are dated that sources date, in the order of the relation.
    package let dates: [DatedClaim]
    /// The ids of the sources whose dates are compared; where figures are, of the sources of `dates`.
    package let datedBy: [String]
    /// The dates that stand in a formula, in the order of its days; nil for one that nothing tells.
    package let days: [Day?]
    package let label: Label
    /// How many of its sources are passed over, although they have figures of their own for what it reads: none, but in
    /// a mixed one.
    package let passedOver: Int
    /// Who says it; nobody says a mixed one.
    package let covers: Covers
    package let stated: Operand
    package let computed: Operand
    /// Stated less computed; of periods, how many days the inner one overshoots. nil where the sides cannot be
    /// subtracted from each other, and of a mixed reading, whose difference nobody asserts.
    package let difference: Amount?
    /// By how much, or how many days, the sides miss each other, from the least to the most that the words allow; nil
    /// where they cannot be subtracted.
    package let miss: Interval?
    /// A `tension` at most where the sides cannot be compared or nobody says it: of a mixed reading.
    package let verdict: Verdict

    package init(
        sides: [[Claim]], dates: [DatedClaim] = [], datedBy: [String] = [], days: [Day?] = [], label: Label,
        passedOver: Int = 0,
        covers: Covers = .none,
        stated: Operand, computed: Operand, difference: Amount?, miss: Interval?, verdict: Verdict
    ) {
        self.sides = sides
        self.dates = dates
        self.datedBy = datedBy
        self.days = days
        self.label = label
        self.passedOver = passedOver
        self.covers = covers
        self.stated = stated
        self.computed = computed
        self.difference = difference
        self.miss = miss
        self.verdict = verdict
    }

    /// How many readings are one in this: as many as there are least sets of strands that can say it alone; nil for more
    /// than can be counted.
    package var count: Int128? { covers.families.isEmpty ? 1 : covers.count }

    /// The ids of the sources whose figures or dates it puts together, each once.
    package var sources: [String] {
        (sides.joined().map(\.source) + datedBy).uniqued()
    }

    /// Whether both sides have points; of periods, whether by how many days they miss each other is one number. Sides that
    /// cannot be subtracted have points all the same.
    var hasPoints: Bool {
        guard case .amount(let stated) = stated, case .amount(let computed) = computed else {
            return miss.map { $0.low != nil && $0.low == $0.high } ?? false
        }
        return stated.point != nil && computed.point != nil
    }

    /// The ids of the claims of figures, each once.
    package var claims: [String] {
        sides.joined().map(\.id).uniqued()
    }
}

extension Reading.Label {
    /// Whose figures are put together.
    init(_ combination: Combination, _ covers: Covers) {
        guard combination.passedOver == 0 else {
            self = .mixed
            return
        }
        guard let set = covers.first(1).first, set.count == 1 else {
            self = .betweenSources
            return
        }
        self =
            switch set[0].attribution {
            case .main: .main
            case .otherData: .otherData
            case .officialData: .officialData
            case .estimate: .estimate
            }
    }
}
