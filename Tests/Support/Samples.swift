package import Evidence

/// Records small enough to see whole.
package enum Samples {
    package static func text(_ text: String) -> LocalizedText { LocalizedText(english: text, lithuanian: text) }

    /// A claim of `source` written as `value`; the statistic's id is filled in by `statistic`.
    package static func claim(
        _ value: Int?, _ qualifier: Qualifier = .stated, source: String = "article",
        as attribution: Claim.Attribution = .main, rank: Claim.Rank = .normal, kind: UnitKind = .count
    ) -> (String) -> Claim {
        { statistic in
            Claim(
                id: "\(statistic)-\(source)-\(attribution.rawValue)-\(value.map(String.init) ?? "unknown")",
                statistic: statistic,
                source: source, quantity: Quantity(value.map { Number(Int64($0)) }, qualifier, in: Unit(kind)),
                printed: value.map(String.init) ?? "no data", attribution: attribution, rank: rank)
        }
    }

    package static func statistic(_ id: String, period: String = "1944", _ claims: (String) -> Claim...) throws
        -> Statistic
    {
        Statistic(
            id: id, title: text(id), measure: "flooded", population: "houses", unit: "count", period: try EDTF(period),
            claims: claims.map { $0(id) })
    }

    package static func event(_ id: String, date: String) throws -> Event {
        Event(
            id: id, title: text(id), summary: text(id), date: try EDTF(date), category: "flood",
            citations: [Citation(source: "article", locator: .printedToken, printed: ["x"])])
    }

    package static func relation(
        _ constraint: Relation.Constraint, comparability: Relation.Comparability.Difference? = nil
    ) -> Relation {
        Relation(
            id: "relation", title: text("relation"), explanation: text("why"), question: text("what?"),
            constraint: constraint,
            comparability: comparability.map { Relation.Comparability(differs: $0, reason: text("reason")) })
    }
}
