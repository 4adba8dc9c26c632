/// Which claims of a statistic or an event are withdrawn by claims that correct them.
enum Corrections {
    /// What makes one claim a repetition of another.
    private struct Count<One: SourcedClaim>: Hashable {
        let witness: String
        let said: One.Said

        init(_ claim: One) { (witness, said) = (claim.witness, claim.said) }
    }

    /// Returns, by the id of each withdrawn claim, the id of the first claim that withdraws it: what a claim corrects,
    /// and what repeats that, by the same witness with an equal quantity or date. A claim that corrects is withdrawn as
    /// what another corrects, never as a repetition; a deprecated one corrects nothing.
    static func withdrawals<One: SourcedClaim>(among claims: [One]) -> [String: String] {
        let correcting = claims.filter { $0.corrects != nil && $0.rank != .deprecated }
        guard !correcting.isEmpty else { return [:] }
        let corrected = Set(correcting.compactMap(\.corrects))
        // A count is as large as a claim: it is known by the place of the first claim that has it, found by its hash.
        var places: [Int: [Int]] = [:]
        func first(_ claim: One, orElse place: Int? = nil) -> Int? {
            let hash = Count(claim).hashValue
            if let known = places[hash]?.first(where: { Count(claims[$0]) == Count(claim) }) { return known }
            if let place { places[hash, default: []].append(place) }
            return place
        }
        var counts: [String: Int] = [:]
        for (place, claim) in claims.enumerated() where corrected.contains(claim.id) {
            counts[claim.id] = first(claim, orElse: place)
        }
        var repetitions: [Int: [String]] = [:]
        for claim in claims where claim.corrects == nil {
            if let count = first(claim) { repetitions[count, default: []].append(claim.id) }
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
