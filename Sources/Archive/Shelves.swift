import Evidence

extension Shelf where Record == Event {
    /// By date.
    init(eventsOf dataset: Dataset, version: UInt64) {
        let order = SortOrder("date", dataset.events.map(\.date.earliest))
        let events = order.sort(Array(dataset.events.indices), descending: false, language: .english)
            .map { dataset.events[$0] }
        let vocabulary = dataset.identity.vocabulary
        self.init(
            "events", events, ids: events.map(\.id), version: version,
            filters: [
                TermFilter("category", of: vocabulary.categories.map(\.id), terms: events.map { [$0.category] }),
                TermFilter("actor", of: vocabulary.actors.map(\.id), terms: events.map(\.actors)),
                TermFilter("place", of: vocabulary.places.map(\.id), terms: events.map(\.places)),
                RangeFilter(periods: events.map(\.date)),
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: events.map(\.statistics)),
                TermFilter("source", of: dataset.sources.map(\.id), terms: events.map { $0.citations.map(\.source) }),
            ],
            texts: \.searched,
            sortedBy: [
                SortOrder("date", events.map(\.date.earliest)), SortOrder("title", texts: events.map(\.title)),
            ])
    }
}

extension Shelf where Record == Statistic {
    init(statisticsOf dataset: Dataset, version: UInt64) {
        let statistics = dataset.statistics
        let vocabulary = dataset.identity.vocabulary
        self.init(
            "statistics", statistics, ids: statistics.map(\.id), version: version,
            filters: [
                TermFilter("statistic", of: statistics.map(\.id), terms: statistics.map { [$0.id] }),
                TermFilter("measure", of: vocabulary.measures.map(\.id), terms: statistics.map { [$0.measure] }),
                TermFilter(
                    "population", of: vocabulary.populations.map(\.id), terms: statistics.map { [$0.population] }),
                TermFilter("unit", of: vocabulary.units.map(\.id), terms: statistics.map { [$0.unit] }),
                TermFilter("contested", flags: statistics.map(\.isContested)),
                RangeFilter(periods: statistics.map(\.period)),
                RangeFilter(intervals: statistics.map { statistic in statistic.hasValue ? statistic.range : nil }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: statistics.map(\.sources)),
            ],
            texts: \.searched,
            sortedBy: [
                SortOrder("period", statistics.map(\.period.earliest)),
                SortOrder("title", texts: statistics.map(\.title)),
            ])
    }
}

extension Shelf where Record == Claim {
    /// A claim is found by what it says, and by the statistic that it answers.
    init(claimsOf dataset: Dataset, version: UInt64) {
        let answers = dataset.statistics.flatMap { statistic in statistic.claims.map { (claim: $0, of: statistic) } }
        let claims = answers.map(\.claim)
        let vocabulary = dataset.identity.vocabulary
        let statistics = Dictionary(dataset.statistics.map { ($0.id, $0) }) { first, _ in first }
        self.init(
            "claims", claims, ids: claims.map(\.id), version: version,
            filters: [
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: claims.map { [$0.statistic] }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: claims.map { [$0.source] }),
                TermFilter(
                    "attribution", of: Claim.Attribution.allCases.map(\.rawValue),
                    terms: claims.map { [$0.attribution.rawValue] }),
                TermFilter(
                    "rank", of: Claim.Rank.allCases.map(\.rawValue), terms: claims.map { [$0.rank.rawValue] }),
                TermFilter("measure", of: vocabulary.measures.map(\.id), terms: answers.map { [$0.of.measure] }),
                TermFilter(
                    "population", of: vocabulary.populations.map(\.id), terms: answers.map { [$0.of.population] }),
                TermFilter("unit", of: vocabulary.units.map(\.id), terms: answers.map { [$0.of.unit] }),
                TermFilter("contested", flags: answers.map(\.of.isContested)),
                RangeFilter(periods: answers.map(\.of.period)),
                RangeFilter(intervals: claims.map { $0.quantity.value == nil ? nil : $0.quantity.interval }),
            ],
            texts: { $0.searched(statistics[$0.statistic]) },
            sortedBy: [
                SortOrder("value", claims.map(\.quantity.value)),
                SortOrder("period", answers.map(\.of.period.earliest)),
                SortOrder("title", texts: answers.map(\.of.title)),
            ])
    }
}

/// The checks, and the discrepancies that are some of them, are found by the same.
private struct CheckFilters {
    let dataset: Dataset
    let statistics: [String: Statistic]
    let events: [String: Event]

    init(_ dataset: Dataset) {
        self.dataset = dataset
        statistics = Dictionary(dataset.statistics.map { ($0.id, $0) }) { first, _ in first }
        events = Dictionary(dataset.events.map { ($0.id, $0) }) { first, _ in first }
    }

    /// All but the kind, which is not the same for both.
    func indexes(_ checks: [Check]) -> [any FilterIndex] {
        let known = Set(checks.flatMap(\.relation.events))
        return [
            TermFilter("verdict", of: Verdict.allCases.map(\.rawValue), terms: checks.map { [$0.verdict.rawValue] }),
            TermFilter("statistic", of: dataset.statistics.map(\.id), terms: checks.map(\.relation.statistics)),
            TermFilter(
                "event", of: dataset.events.lazy.map(\.id).filter(known.contains), terms: checks.map(\.relation.events)),
            TermFilter("source", of: dataset.sources.map(\.id), terms: checks.map { $0.citations.map(\.source) }),
            RangeFilter(periods: checks.map(periods)),
        ]
    }

    /// The periods of what it compares.
    private func periods(of check: Check) -> [EDTF] {
        check.relation.statistics.compactMap { statistics[$0]?.period }
            + check.relation.events.compactMap { events[$0]?.date }
    }

    /// `verdict` goes from the lightest to the gravest.
    static func orders(_ checks: [Check]) -> [SortOrder] {
        [
            SortOrder("verdict", checks.map(\.verdict)), SortOrder("title", texts: checks.map(\.relation.title)),
        ]
    }
}

extension Shelf where Record == Check {
    init(_ checks: [Check], of dataset: Dataset, version: UInt64) {
        let kind = TermFilter(
            "kind", of: Relation.Kind.allCases.map(\.rawValue),
            terms: checks.map { [$0.relation.constraint.kind.rawValue] })
        self.init(
            "checks", checks, ids: checks.map(\.id), version: version,
            filters: [kind] + CheckFilters(dataset).indexes(checks), texts: \.searched,
            sortedBy: CheckFilters.orders(checks))
    }
}

extension Shelf where Record == Discrepancy {
    init(_ discrepancies: [Discrepancy], of dataset: Dataset, version: UInt64) {
        let kind = TermFilter(
            "kind", of: Discrepancy.Kind.allCases.map(\.rawValue), terms: discrepancies.map { [$0.kind.rawValue] })
        self.init(
            "discrepancies", discrepancies, ids: discrepancies.map(\.id), version: version,
            filters: [kind] + CheckFilters(dataset).indexes(discrepancies.map(\.check)), texts: \.check.searched,
            sortedBy: CheckFilters.orders(discrepancies.map(\.check)))
    }
}

extension Shelf where Record == Source {
    init(sourcesOf dataset: Dataset, version: UInt64) {
        let sources = dataset.sources
        var statistics: [String: [String]] = [:]
        for statistic in dataset.statistics {
            for source in statistic.sources.uniqued() { statistics[source, default: []].append(statistic.id) }
        }
        self.init(
            "sources", sources, ids: sources.map(\.id), version: version,
            filters: [
                TermFilter("source", of: sources.map(\.id), terms: sources.map { [$0.id] }),
                TermFilter("type", of: SourceFile.types, terms: sources.map { [$0.type] }),
                TermFilter(
                    "language", of: Set(sources.map(\.language)).sorted(), terms: sources.map { [$0.language] }),
                TermFilter(
                    "independence", of: Source.Independence.allCases.map(\.rawValue),
                    terms: sources.map { [$0.independence.rawValue] }),
                TermFilter(
                    "statistic", of: dataset.statistics.map(\.id),
                    terms: sources.map { statistics[$0.id, default: []] }),
                RangeFilter(periods: sources.map { [$0.dayIssued].compactMap { $0 } }),
            ],
            texts: \.searched,
            sortedBy: [
                SortOrder("issued", sources.map(\.firstDayIssued)),
                SortOrder("title", sources.map { FoldedText.fold($0.title) }),
            ])
    }
}

extension Statistic {
    /// The sources of its claims, and of what else its title says.
    fileprivate var sources: [String] { claims.map(\.source) + citations.map(\.source) }

    /// Whether any claim that stands has a value: what is not known is in no range of numbers.
    fileprivate var hasValue: Bool { standingClaims.contains { $0.quantity.value != nil } }
}

extension Source {
    fileprivate var firstDayIssued: CalendarDay? {
        let parts = issued + [1, 1]
        return issued.first.flatMap { CalendarDay(year: $0, month: parts[1], day: parts[2]) }
    }

    /// When it appeared, as precisely as that is known.
    fileprivate var dayIssued: EDTF? {
        guard let year = issued.first else { return nil }
        let digits = { (number: Int, count: Int) in
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let parts = [digits(year, 4)] + issued.dropFirst().map { digits($0, 2) }
        return try? EDTF(parts.joined(separator: "-"))
    }
}
