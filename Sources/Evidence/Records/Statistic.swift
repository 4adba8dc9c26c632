/// A question with one answer in reality: so many of this population, in this period, in this unit.
package struct Statistic: Sendable {
    /// Checks and tables hold the same statistic: all of them hold one pointer.
    private let record: Record

    private final class Record: Sendable {
        let id: String
        let title: LocalizedText
        let measure, population, unit: String
        let period: EDTF
        let note: LocalizedText?
        let citations: [Citation]
        let claims: [Claim]
        let withdrawals: [String: String]

        init(
            id: String, title: LocalizedText, measure: String, population: String, unit: String, period: EDTF,
            note: LocalizedText?, citations: [Citation], claims: [Claim]
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

        func isEqual(to other: Record) -> Bool {
            id == other.id && title == other.title && measure == other.measure && population == other.population
                && unit == other.unit && period == other.period && note == other.note
                && citations == other.citations && claims == other.claims
        }
    }

    package var id: String { record.id }
    package var title: LocalizedText { record.title }
    /// The ids of vocabulary terms.
    package var measure: String { record.measure }
    package var population: String { record.population }
    package var unit: String { record.unit }
    package var period: EDTF { record.period }
    package var note: LocalizedText? { record.note }
    /// Where the period, or what else the title says, is printed.
    package var citations: [Citation] { record.citations }
    /// At least one.
    package var claims: [Claim] { record.claims }
    /// By the id of each claim that is withdrawn, the id of the one that corrects it, or what it repeats.
    package var withdrawals: [String: String] { record.withdrawals }

    package init(
        id: String, title: LocalizedText, measure: String, population: String, unit: String, period: EDTF,
        note: LocalizedText? = nil, citations: [Citation] = [], claims: [Claim]
    ) {
        record = Record(
            id: id, title: title, measure: measure, population: population, unit: unit, period: period, note: note,
            citations: citations, claims: claims)
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
        left.record === right.record || left.record.isEqual(to: right.record)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
