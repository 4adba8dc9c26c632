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

    private static let (mostPairs, mostClaims) = (1_000, 200)

    package let statistic: Statistic
    /// In the order of `sources`.
    package let cells: [Cell]
    /// In the order of the claims, each two once; at most 1,000.
    package let pairs: [Pair]

    /// `sources` are the ids of the columns.
    package init(_ statistic: Statistic, sources: [String], lineage: Lineage) {
        self.statistic = statistic
        let said = Dictionary(grouping: statistic.claims, by: \.source)
        let standing = statistic.standingClaims
        let stands = Dictionary(grouping: standing, by: \.source)
        cells = sources.map { Cell(source: $0, claims: said[$0] ?? [], standing: stands[$0] ?? []) }
        let columns = Set(sources)
        pairs = MatrixRow.pairs(of: standing.filter { columns.contains($0.source) }, lineage)
    }

    /// How many claims are told of each source: all, unless the sources have more than 200 together; then as many of each.
    package var mostTold: Int {
        let counts = cells.map(\.claims.count).filter { $0 > 0 }
        let isShort = counts.reduce(0, +) <= MatrixRow.mostClaims
        return isShort ? MatrixRow.mostClaims : max(1, MatrixRow.mostClaims / counts.count)
    }

    /// Pairs claims with those of other sources behind them. Many of one source, one after another, are passed at once.
    private static func pairs(of claims: [Claim], _ lineage: Lineage) -> [Pair] {
        // Behind each claim, the next of another source.
        var next = Array(repeating: claims.count, count: claims.count)
        for place in claims.indices.dropLast().reversed() {
            next[place] = claims[place].source == claims[place + 1].source ? next[place + 1] : place + 1
        }
        var pairs: [Pair] = []
        for (place, claim) in claims.enumerated() {
            var other = next[place]
            while other < claims.count, pairs.count < mostPairs {
                if let pair = Pair(claim, claims[other], lineage) {
                    pairs.append(pair)
                    other += 1
                } else {
                    other = next[other]
                }
            }
        }
        return pairs
    }

    /// The gravest of the pairs; nil where there is none.
    package var verdict: Verdict? { pairs.map(\.verdict).max() }

    /// Whether two witnesses agree.
    package var isCorroborated: Bool { pairs.contains(where: \.corroborates) }
}
