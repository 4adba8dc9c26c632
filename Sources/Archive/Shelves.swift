import Evidence

extension Shelf where Record == Event {
    /// Of a dataset whose events are in the order of their first days.
    init(eventsOf dataset: Dataset, version: UInt64) {
        let events = dataset.events
        let vocabulary = dataset.identity.vocabulary
        let dates = RangeFilter(periods: events.map(\.date))
        let terms = { @Sendable (name: String, vocabulary: [String], terms: @Sendable (Event) -> [String]) in
            TermFilter(name, of: vocabulary, terms: events.lazy.map(terms), orderByHigh: dates.orderByHigh)
        }
        // Each takes a while when there are many events, and none needs another.
        let work: [@Sendable () -> Part] = [
            { .filter(terms("category", vocabulary.categories.map(\.id)) { [$0.category] }) },
            { .filter(terms("actor", vocabulary.actors.map(\.id)) { $0.actors }) },
            { .filter(terms("place", vocabulary.places.map(\.id)) { $0.places }) },
            { .filter(dates) },
            { .filter(terms("statistic", dataset.statistics.map(\.id)) { $0.statistics }) },
            { .filter(terms("source", dataset.sources.map(\.id)) { $0.citations.map(\.source) }) },
            {
                .filter(
                    WordFilter("q", count: events.count) { position in
                        let event = events[position]
                        return [
                            event.title.english, event.title.lithuanian, event.summary.english,
                            event.summary.lithuanian,
                        ]
                    })
            },
            { .order(SortOrder("date", events.map(\.date.earliest))) },
            { .order(SortOrder("title", texts: events.map(\.title))) },
        ]
        let parts = Parallel.map(work.count, by: events.count < 4_096 ? work.count : 1) { $0.map { work[$0]() } }
            .joined()
        self.init(
            "events", events, id: { $0.id }, version: version, filters: parts.compactMap(\.filter),
            sortedBy: parts.compactMap(\.order))
    }
}

/// An index of a shelf.
private enum Part: Sendable {
    case filter(any FilterIndex)
    case order(SortOrder)

    var filter: (any FilterIndex)? {
        if case .filter(let filter) = self { filter } else { nil }
    }

    var order: SortOrder? {
        if case .order(let order) = self { order } else { nil }
    }
}

extension Dataset {
    /// The same with its events by date: those of one day, and those without a first day, which come first, as they
    /// were.
    func sortedByFirstDay() -> Dataset {
        let days = events.map { $0.date.earliest?.ordinal ?? .min }
        let order = events.indices.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] < days[$1] }
        return Dataset(
            identity: identity, sources: sources, events: order.map { events[$0] }, statistics: statistics,
            relations: relations)
    }
}

extension Shelf where Record == Statistic {
    init(statisticsOf dataset: Dataset, version: UInt64) {
        let statistics = dataset.statistics
        let vocabulary = dataset.identity.vocabulary
        self.init(
            "statistics", statistics, id: { $0.id }, version: version,
            filters: [
                TermFilter("measure", of: vocabulary.measures.map(\.id), terms: statistics.map { [$0.measure] }),
                TermFilter(
                    "population", of: vocabulary.populations.map(\.id), terms: statistics.map { [$0.population] }),
                TermFilter("contested", flags: statistics.map(\.isContested)),
                RangeFilter(periods: statistics.map(\.period)),
                TermFilter("source", of: dataset.sources.map(\.id), terms: statistics.map(\.sources)),
                WordFilter("q", count: statistics.count) { position in
                    [statistics[position].title, statistics[position].note].compactMap { $0 }.flatMap(\.texts)
                },
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
            "claims", claims, id: { $0.id }, version: version,
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
            "checks", checks, id: { $0.id }, version: version,
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
            "discrepancies", discrepancies, id: { $0.id }, version: version,
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
            "sources", sources, id: { $0.id }, version: version,
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
