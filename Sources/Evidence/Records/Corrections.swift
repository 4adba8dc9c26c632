/// Which claims of a statistic or an event are withdrawn by claims that correct them.
enum Corrections {
    /// What makes one claim a repetition of another.
    private struct Count<Said: Hashable>: Hashable {
        let witness: String
        let said: Said
    }

    /// Returns, by the id of each withdrawn claim, the id of the first claim that withdraws it: what a claim corrects, and
    /// what repeats that, by the same witness with an equal quantity or date. A claim that corrects is withdrawn as what another
    /// corrects, never as a repetition; a deprecated one corrects nothing.
    static func withdrawals<One: SourcedClaim>(among claims: [One]) -> [String: String] {
        let correcting = claims.filter { $0.corrects != nil && $0.rank != .deprecated }
        guard !correcting.isEmpty else { return [:] }
        let corrected = Set(correcting.compactMap(\.corrects))
        // A count is as large as a claim. It is known by the place of the first claim that has it, found by its hash.
        var places: [Int: [Int]] = [:]
        let first = { (count: Count<One.Said>, places: [Int: [Int]]) in
            places[count.hashValue]?.first { Corrections.count(of: claims[$0]) == count }
        }
        var counts: [String: Int] = [:]
        for (place, claim) in claims.enumerated() where corrected.contains(claim.id) {
            let count = count(of: claim)
            let known = first(count, places)
            counts[claim.id] = known ?? place
            if known == nil { places[count.hashValue, default: []].append(place) }
        }
        var repetitions: [Int: [String]] = [:]
        for claim in claims where claim.corrects == nil {
            if let count = first(count(of: claim), places) { repetitions[count, default: []].append(claim.id) }
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

    private static func count<One: SourcedClaim>(of claim: One) -> Count<One.Said> {
        Count(witness: claim.witness, said: claim.said)
    }
}
