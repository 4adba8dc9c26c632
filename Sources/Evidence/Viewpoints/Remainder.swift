/// What is left of a check under a viewpoint.
package struct Remainder: Hashable, Sendable {
    /// Which of the check's readings use none but the claims that the viewpoint goes by, ascending from 0.
    package let readings: [Int]
    /// Of those readings, or the editor's; nil where no reading is left.
    package let verdict: Verdict?
    /// The ids of the statistics on which the viewpoint is silent.
    package let silent: [String]

    /// `statistic` finds the statistics of the relation.
    package init(of check: Check, under viewpoint: Viewpoint, statistic: (String) -> Statistic?) {
        let figures = check.relation.statistics.map { id in
            (id: id, claims: statistic(id).map(viewpoint.claims) ?? [])
        }
        let chosen = Set(figures.flatMap { $0.claims.map(\.id) })
        let readings = check.readings.indices.filter { check.readings[$0].claims.allSatisfy(chosen.contains) }
        self.readings = readings
        silent = figures.filter { $0.claims.isEmpty }.map(\.id)
        if case .editorial(let editorial) = check.relation.constraint {
            verdict = editorial.verdict
        } else {
            verdict = Check.verdict(of: readings.map { check.readings[$0] })
        }
    }
}
