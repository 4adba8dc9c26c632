package import Evidence

/// What is left of a check under a viewpoint.
package struct Remainder: Hashable, Sendable {
    /// Which of the check's readings can be had from the claims alone that the viewpoint goes by, ascending from 0.
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
        let chosen = Dictionary(figures.map { ($0.id, $0.claims) }) { first, _ in first }
        let dates = Dictionary(grouping: check.dates, by: \.event).mapValues(viewpoint.dates)
        let readings = check.readings.indices.filter { check.readings[$0].isLeft(by: chosen, dates) }
        self.readings = readings
        silent = figures.filter { $0.claims.isEmpty }.map(\.id)
        if case .editorial(let editorial) = check.relation.constraint {
            verdict = editorial.verdict
        } else {
            verdict = Check.verdict(of: readings.map { check.readings[$0] })
        }
    }
}

extension Reading {
    /// Whether these claims, by statistic and by event, suffice to say it.
    fileprivate func isLeft(by claims: [String: [Claim]], _ dates: [String: [DatedClaim]]) -> Bool {
        let areDated = self.dates.allSatisfy { shown in
            dates[shown.event]?.contains { $0.dating.meaning == shown.dating.meaning } ?? false
        }
        guard areDated else { return false }
        let sources = covers.families.isEmpty ? nil : Set(covers.sources(.max))
        var used: Set<String> = []
        return sides.joined().allSatisfy { shown in
            let amount = Amount(shown.quantity)
            let claim = claims[shown.statistic]?.first { claim in
                let isSame = claim.id == shown.id || Amount(claim.quantity) == amount
                return isSame && (sources?.contains(claim.source) ?? true) && !used.contains(claim.id)
            }
            return claim.map { used.insert($0.id).inserted } ?? false
        }
    }
}
