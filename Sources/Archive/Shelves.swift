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
                WordFilter("q", texts: events.lazy.map { [$0.title, $0.summary].flatMap(\.texts) }),
            ],
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
                TermFilter("measure", of: vocabulary.measures.map(\.id), terms: statistics.map { [$0.measure] }),
                TermFilter(
                    "population", of: vocabulary.populations.map(\.id), terms: statistics.map { [$0.population] }),
                TermFilter("contested", flags: statistics.map(\.isContested)),
                RangeFilter(periods: statistics.map(\.period)),
                TermFilter("source", of: dataset.sources.map(\.id), terms: statistics.map(\.sources)),
                WordFilter(
                    "q", texts: statistics.lazy.map { [$0.title, $0.note].compactMap { $0 }.flatMap(\.texts) }),
            ],
            sortedBy: [
                SortOrder("period", statistics.map(\.period.earliest)),
                SortOrder("title", texts: statistics.map(\.title)),
            ])
    }
}

extension Shelf where Record == Claim {
    init(claimsOf dataset: Dataset, version: UInt64) {
        let claims = dataset.statistics.flatMap(\.claims)
        self.init(
            "claims", claims, ids: claims.map(\.id), version: version,
            filters: [
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: claims.map { [$0.statistic] }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: claims.map { [$0.source] }),
                TermFilter(
                    "attribution", of: Claim.Attribution.allCases.map(\.rawValue),
                    terms: claims.map { [$0.attribution.rawValue] }),
                RangeFilter(intervals: claims.map { $0.quantity.value == nil ? nil : $0.quantity.interval }),
            ],
            sortedBy: [SortOrder("value", claims.map(\.quantity.value))])
    }
}

extension Shelf where Record == Check {
    init(_ checks: [Check], of dataset: Dataset, version: UInt64) {
        self.init(
            "checks", checks, ids: checks.map(\.id), version: version,
            filters: [
                TermFilter(
                    "kind", of: Relation.Kind.allCases.map(\.rawValue),
                    terms: checks.map { [$0.relation.constraint.kind.rawValue] }),
                TermFilter(
                    "verdict", of: Verdict.allCases.map(\.rawValue), terms: checks.map { [$0.verdict.rawValue] }),
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: checks.map(\.relation.statistics)),
            ],
            sortedBy: [SortOrder("title", texts: checks.map(\.relation.title))])
    }
}

extension Shelf where Record == Discrepancy {
    init(_ discrepancies: [Discrepancy], of dataset: Dataset, version: UInt64) {
        self.init(
            "discrepancies", discrepancies, ids: discrepancies.map(\.id), version: version,
            filters: [
                TermFilter(
                    "kind", of: Discrepancy.Kind.allCases.map(\.rawValue),
                    terms: discrepancies.map { [$0.kind.rawValue] }),
                TermFilter(
                    "verdict", of: Verdict.allCases.map(\.rawValue),
                    terms: discrepancies.map { [$0.verdict.rawValue] }),
                TermFilter(
                    "statistic", of: dataset.statistics.map(\.id),
                    terms: discrepancies.map(\.check.relation.statistics)),
                TermFilter(
                    "source", of: dataset.sources.map(\.id),
                    terms: discrepancies.map { $0.citations.map(\.source) }),
            ],
            sortedBy: [SortOrder("title", texts: discrepancies.map(\.title))])
    }
}

extension Shelf where Record == Source {
    init(sourcesOf dataset: Dataset, version: UInt64) {
        let sources = dataset.sources
        self.init(
            "sources", sources, ids: sources.map(\.id), version: version,
            filters: [
                TermFilter("type", of: SourceFile.types, terms: sources.map { [$0.type] }),
                TermFilter(
                    "language", of: Set(sources.map(\.language)).sorted(), terms: sources.map { [$0.language] }),
                TermFilter(
                    "independence", of: Source.Independence.allCases.map(\.rawValue),
                    terms: sources.map { [$0.independence.rawValue] }),
            ],
            sortedBy: [
                SortOrder("issued", sources.map(\.firstDayIssued)),
                SortOrder("title", sources.map { FoldedText.fold($0.title) }),
            ])
    }
}

extension LocalizedText {
    fileprivate var texts: [String] { [english, lithuanian] }
}

extension Statistic {
    /// The sources of its claims, and of what else its title says.
    fileprivate var sources: [String] { claims.map(\.source) + citations.map(\.source) }
}

extension Source {
    fileprivate var firstDayIssued: CalendarDay? {
        let parts = issued + [1, 1]
        return issued.first.flatMap { CalendarDay(year: $0, month: parts[1], day: parts[2]) }
    }
}
