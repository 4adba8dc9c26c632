/// A question with one answer in reality: so many of this population, in this period, in this unit.
///
/// Checks and tables hold the same statistic, so it is a class, and all of them hold one pointer.
package final class Statistic: Sendable {
    package let id: String
    package let title: LocalizedText
    /// The ids of vocabulary terms.
    package let measure, population, unit: String
    package let period: EDTF
    package let note: LocalizedText?
    /// Where the period, or what else the title says, is printed.
    package let citations: [Citation]
    /// None where nobody counted it, and relations alone say how much it can be.
    package let claims: [Claim]
    /// By the id of each claim that is withdrawn, the id of the one that corrects it, or what it repeats.
    package let withdrawals: [String: String]

    package init(
        id: String, title: LocalizedText, measure: String, population: String, unit: String, period: EDTF,
        note: LocalizedText? = nil, citations: [Citation] = [], claims: [Claim]
    ) {
        self.id = id
        self.title = title
        self.measure = measure
        self.population = population
        self.unit = unit
        self.period = period
        self.note = note
        self.citations = citations
        self.claims = claims
        withdrawals = Corrections.withdrawals(among: claims)
    }

    /// The claims that are neither deprecated nor withdrawn: those that take part in checks.
    package var standingClaims: [Claim] { claims.standing(without: withdrawals) }

    /// Whether any standing claim has a value or a range: an unknown figure is in no range of numbers, and in no picture.
    package var hasValue: Bool { standingClaims.contains(where: \.quantity.isKnown) }

    /// Whether two of its standing claims contradict each other: what one allows, the other does not.
    package var isContested: Bool {
        let intervals = standingClaims.map(\.quantity.interval)
        guard let low = intervals.compactMap(\.low).max(), let high = intervals.compactMap(\.high).min() else {
            return false
        }
        return low > high
    }

    /// From the lowest to the highest value that any standing claim allows. The range of what sources say, never a
    /// confidence interval.
    package var range: Interval {
        let intervals = standingClaims.map(\.quantity.interval)
        return intervals.dropFirst().reduce(intervals.first ?? Interval(nil, nil)) { $0.union($1) }
    }
}

extension Statistic: Hashable {
    package static func == (left: Statistic, right: Statistic) -> Bool {
        left === right
            || left.id == right.id && left.title == right.title && left.measure == right.measure
                && left.population == right.population && left.unit == right.unit && left.period == right.period
                && left.note == right.note && left.citations == right.citations && left.claims == right.claims
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
