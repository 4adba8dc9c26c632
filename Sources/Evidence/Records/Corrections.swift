/// Which claims of a statistic or an event are withdrawn by claims that correct them.
enum Corrections {
    /// What makes one claim a repetition of another.
    private struct Count<Said: Hashable>: Hashable {
        let witness: String
        let said: Said
    }

    /// Returns, by the id of each withdrawn claim, the id of the first claim that withdraws it: what a claim corrects,
    /// and what repeats that, by the same witness with an equal quantity or date. A claim that corrects is withdrawn as
    /// what another corrects, never as a repetition; a deprecated one corrects nothing.
    static func withdrawals<One: SourcedClaim>(among claims: [One]) -> [String: String] {
        let correcting = claims.filter { $0.corrects != nil && $0.rank != .deprecated }
        guard !correcting.isEmpty else { return [:] }
        let corrected = Set(correcting.compactMap(\.corrects))
        let count = { (claim: One) in Count(witness: claim.witness, said: claim.said) }
        var counts: [String: Count<One.Said>] = [:]
        for claim in claims where corrected.contains(claim.id) { counts[claim.id] = count(claim) }
        let wanted = Set(counts.values)
        var repetitions: [Count<One.Said>: [String]] = [:]
        for claim in claims where claim.corrects == nil {
            let count = count(claim)
            if wanted.contains(count) { repetitions[count, default: []].append(claim.id) }
        }
        var withdrawals: [String: String] = [:]
        for claim in correcting {
            guard let target = claim.corrects, let count = counts[target] else { continue }
            for id in [target] + (repetitions.removeValue(forKey: count) ?? []) where withdrawals[id] == nil {
                withdrawals[id] = claim.id
            }
        }
        return withdrawals
    }
}
