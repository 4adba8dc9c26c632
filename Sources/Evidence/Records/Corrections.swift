/// Which claims of a statistic are withdrawn by claims that correct them.
enum Corrections {
    /// What makes one claim a repetition of another.
    fileprivate struct Count: Hashable {
        let witness: String
        let quantity: Quantity
    }

    /// Returns, by the id of each withdrawn claim, the id of the first claim that withdraws it: what a claim corrects, and
    /// what repeats that, by the same witness with an equal quantity. A claim that corrects is withdrawn as what another
    /// corrects, never as a repetition; a deprecated one corrects nothing.
    static func withdrawals(among claims: [Claim]) -> [String: String] {
        let correcting = claims.filter { $0.corrects != nil && $0.rank != .deprecated }
        guard !correcting.isEmpty else { return [:] }
        let corrected = Set(correcting.compactMap(\.corrects))
        var counts: [String: Count] = [:]
        for claim in claims where corrected.contains(claim.id) { counts[claim.id] = Count(claim) }
        let wanted = Set(counts.values)
        var repetitions: [Count: [String]] = [:]
        for claim in claims where claim.corrects == nil {
            let count = Count(claim)
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

extension Corrections.Count {
    fileprivate init(_ claim: Claim) {
        self.init(witness: claim.witness, quantity: claim.quantity)
    }
}
