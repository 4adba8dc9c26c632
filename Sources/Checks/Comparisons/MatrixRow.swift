package import Evidence

/// One statistic, and what each of some sources says of it: their figures, or their silence.
package struct MatrixRow: Sendable {
    /// What one source says.
    package struct Cell: Hashable, Sendable {
        /// A source's id.
        package let source: String
        /// Every claim of the source, the deprecated and withdrawn ones too; none for silence.
        package let claims: [Claim]
        /// Those of them that stand.
        package let standing: [Claim]

        /// What its standing claims come to: one value or a range; nil for silence, and where none stands.
        package var figure: Figure? { Figure(standing) }
    }

    /// Two standing claims of different sources, face to face.
    package struct Pair: Hashable, Sendable {
        package let first, second: Claim
        /// Whether the two can be the same number.
        package let verdict: Verdict
        /// The second less the first, without sign; relative to the first.
        package let difference: Difference
        /// nil for two witnesses.
        package let bond: Lineage.Bond?

        /// nil where it cannot be told.
        package var isIndependent: Bool? {
            guard let bond else { return true }
            return bond.isCertain ? false : nil
        }

        /// Whether they agree, if only within rounding, and are two witnesses. A range or a bound that allows a figure does
        /// not state it.
        package var corroborates: Bool {
            verdict <= .withinRounding && difference.absolute != nil && isIndependent == true
        }

        /// nil for two claims of one source: they are a range of its own.
        package init?(_ first: Claim, _ second: Claim, _ lineage: Lineage) {
            let (stated, other) = (Amount(first.quantity), Amount(second.quantity))
            guard first.source != second.source else { return nil }
            self.first = first
            self.second = second
            verdict = Comparison(sign: .equal, stated: stated, computed: other).verdict
            difference = Difference(other - stated, of: stated)
            bond = lineage.bond(first, second)
        }
    }

    private static let mostPairs = 1_000

    package let statistic: Statistic
    /// In the order of `sources`.
    package let cells: [Cell]
    /// In the order of the claims, each two once; at most 1,000.
    package let pairs: [Pair]

    /// `sources` are the ids of the columns.
    package init(_ statistic: Statistic, sources: [String], lineage: Lineage) {
        self.statistic = statistic
        let all = statistic.standingClaims
        cells = sources.map { source in
            Cell(
                source: source, claims: statistic.claims.filter { $0.source == source },
                standing: all.filter { $0.source == source })
        }
        let standing = all.filter { sources.contains($0.source) }
        var pairs: [Pair] = []
        for (index, claim) in standing.enumerated() {
            for other in standing[(index + 1)...] where pairs.count < MatrixRow.mostPairs {
                guard let pair = Pair(claim, other, lineage) else { continue }
                pairs.append(pair)
            }
        }
        self.pairs = pairs
    }

    /// The gravest of the pairs; nil where there is none.
    package var verdict: Verdict? { pairs.map(\.verdict).max() }

    /// Whether two witnesses agree.
    package var isCorroborated: Bool { pairs.contains(where: \.corroborates) }
}
