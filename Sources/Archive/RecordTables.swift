import Checks
import Evidence
import Foundations

extension RecordTable where Record == Event {
    /// Creates a table of events from a dataset whose events are sorted by time.
    convenience init(eventsOf dataset: Dataset, version: UInt64) {
        let events = dataset.events
        let vocabulary = dataset.identity.vocabulary
        let periods = events.map(\.date)
        let dates = RangeFilter(dates: periods, of: events, openEnds: OpenEnds(of: dataset))
        let terms = { @Sendable (name: String, vocabulary: [String], terms: @Sendable (Event) -> [String]) in
            TermFilter(name, of: vocabulary, terms: events.lazy.map(terms), orderByHigh: dates.orderByHigh)
        }
        // Each index takes a while if there are many events, and none depends on another.
        let work: [@Sendable () -> MadeIndex] = [
            { .filter(terms("category", vocabulary[.category].map(\.id)) { [$0.category] }) },
            { .filter(terms("actor", vocabulary[.actor].map(\.id)) { $0.actors }) },
            { .filter(terms("place", vocabulary[.place].map(\.id)) { $0.places }) },
            { .filter(dates) },
            { .filter(terms("statistic", dataset.statistics.map(\.id)) { $0.statistics }) },
            { .filter(terms("source", dataset.sources.map(\.id)) { $0.sources }) },
            { .filter(TermFilter("contested", flags: events.map(\.isContested))) },
            { .order(SortOrder("date", periods.map(\.place))) },
            { .order(SortOrder("title", in: dataset.identity.languages, count: events.count) { events[$0].title }) },
        ]
        let parts = Parallel.map(work.count, by: events.count < 4_096 ? work.count : 1) { $0.map { work[$0]() } }
            .joined()
        self.init(
            "events", events, id: \.id, in: dataset.identity.languages, version: version,
            filters: parts.compactMap(\.filter), texts: \.searched,
            sortedBy: parts.compactMap(\.order))
    }
}

/// An index of a table.
private enum MadeIndex: Sendable {
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
    /// Returns the dataset with its events by time: those with an open start by their end. Events in the same place keep
    /// their order.
    func sortedByTime() -> Dataset {
        let days = events.map { $0.date.place?.ordinal ?? .min }
        let order = events.indices.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] < days[$1] }
        return Dataset(
            identity: identity, sources: sources, events: order.map { events[$0] }, statistics: statistics,
            relations: relations, changes: changes, lessons: lessons)
    }
}

extension RecordTable where Record == Statistic {
    convenience init(statisticsOf dataset: Dataset, version: UInt64) {
        let statistics = dataset.statistics
        let vocabulary = dataset.identity.vocabulary
        self.init(
            "statistics", statistics, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                TermFilter("statistic", of: statistics.map(\.id), terms: statistics.map { [$0.id] }),
                TermFilter("measure", of: vocabulary[.measure].map(\.id), terms: statistics.map { [$0.measure] }),
                TermFilter(
                    "population", of: vocabulary[.population].map(\.id), terms: statistics.map { [$0.population] }),
                TermFilter("unit", of: vocabulary[.unit].map(\.id), terms: statistics.map { [$0.unit] }),
                TermFilter("contested", flags: statistics.map(\.isContested)),
                RangeFilter(periods: statistics.map(\.period), openEnds: OpenEnds(of: dataset)),
                RangeFilter(intervals: statistics.map { statistic in statistic.hasValue ? statistic.range : nil }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: statistics.map(\.sources)),
            ],
            texts: \.searched,
            sortedBy: [
                SortOrder("period", statistics.map(\.period.place)),
                SortOrder("title", in: dataset.identity.languages, texts: statistics.map(\.title)),
            ])
    }
}

extension RecordTable where Record == Claim {
    /// Creates a table of claims. A claim is found by what it says, and by the statistic that it answers.
    convenience init(claimsOf dataset: Dataset, version: UInt64) {
        let answers = dataset.statistics.flatMap { statistic in statistic.claims.map { (claim: $0, of: statistic) } }
        let claims = answers.map(\.claim)
        let contested = dataset.statistics.flatMap { [Bool](repeating: $0.isContested, count: $0.claims.count) }
        let vocabulary = dataset.identity.vocabulary
        let statistics = Dictionary(dataset.statistics.map { ($0.id, $0) }) { first, _ in first }
        self.init(
            "claims", claims, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: claims.map { [$0.statistic] }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: claims.map { [$0.source] }),
                TermFilter(
                    "attribution", of: Claim.Attribution.allCases.map(\.rawValue),
                    terms: claims.map { [$0.attribution.rawValue] }),
                TermFilter(
                    "rank", of: Claim.Rank.allCases.map(\.rawValue), terms: claims.map { [$0.rank.rawValue] }),
                TermFilter("measure", of: vocabulary[.measure].map(\.id), terms: answers.map { [$0.of.measure] }),
                TermFilter(
                    "population", of: vocabulary[.population].map(\.id), terms: answers.map { [$0.of.population] }),
                TermFilter("unit", of: vocabulary[.unit].map(\.id), terms: answers.map { [$0.of.unit] }),
                TermFilter("contested", flags: contested),
                RangeFilter(periods: answers.map(\.of.period), openEnds: OpenEnds(of: dataset)),
                RangeFilter(intervals: claims.map { $0.quantity.isKnown ? $0.quantity.interval : nil }),
            ],
            texts: { $0.searched(statistics[$0.statistic]) },
            sortedBy: [
                SortOrder("value", claims.map(\.quantity.value)),
                SortOrder("period", answers.map(\.of.period.place)),
                SortOrder("title", in: dataset.identity.languages, texts: answers.map(\.of.title)),
            ])
    }
}

/// The filters shared by checks and discrepancies, which are a subset of the checks.
private struct CheckFilters {
    let dataset: Dataset
    let statistics: [String: Statistic]
    let named: [Event]
    let events: [String: Event]

    /// Whether all events that are named can be asked for, and not only those of the checks.
    let areAll: Bool

    /// Creates the filters; `named` are the events that relations name.
    init(_ dataset: Dataset, _ named: [Event], areAll: Bool) {
        self.areAll = areAll
        self.dataset = dataset
        self.named = named
        statistics = Dictionary(dataset.statistics.map { ($0.id, $0) }) { first, _ in first }
        events = Dictionary(named.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Returns all filters except the kind, which differs between the two.
    func indexes(_ checks: [Check]) -> [any FilterIndex] {
        let known = Set(areAll ? named.map(\.id) : checks.flatMap(\.relation.events))
        return [
            TermFilter("verdict", of: Verdict.allCases.map(\.rawValue), terms: checks.map { [$0.verdict.rawValue] }),
            TermFilter("statistic", of: dataset.statistics.map(\.id), terms: checks.map(\.relation.statistics)),
            TermFilter(
                "event", of: named.map(\.id).filter(known.contains), terms: checks.map(\.relation.events)),
            TermFilter("source", of: dataset.sources.map(\.id), terms: checks.map { $0.citations.map(\.source) }),
            RangeFilter(periods: checks.map(periods), openEnds: OpenEnds(of: dataset)),
        ]
    }

    /// Returns the periods of what the check compares.
    private func periods(of check: Check) -> [EDTF] {
        check.relation.statistics.compactMap { statistics[$0]?.period }
            + check.relation.events.flatMap { events[$0]?.dates ?? [] }
    }

    /// Returns the sort orders; `verdict` sorts from the least to the most serious.
    static func orders(_ checks: [Check], in languages: [LanguageTag]) -> [SortOrder] {
        let titles = SortOrder("title", in: languages, texts: checks.map(\.relation.title))
        return [SortOrder("verdict", checks.map(\.verdict)), titles]
    }
}

extension RecordTable where Record == Check {
    convenience init(_ checks: [Check], of dataset: Dataset, named: [Event], areAll: Bool, version: UInt64) {
        let kind = TermFilter(
            "kind", of: Relation.Kind.allCases.map(\.rawValue),
            terms: checks.map { [$0.relation.constraint.kind.rawValue] })
        self.init(
            "checks", checks, id: \.id, in: dataset.identity.languages, version: version,
            filters: [kind] + CheckFilters(dataset, named, areAll: areAll).indexes(checks), texts: \.searched,
            sortedBy: CheckFilters.orders(checks, in: dataset.identity.languages))
    }
}

extension RecordTable where Record == Discrepancy {
    convenience init(_ discrepancies: [Discrepancy], of dataset: Dataset, named: [Event], areAll: Bool, version: UInt64)
    {
        let kind = TermFilter(
            "kind", of: Discrepancy.Kind.allCases.map(\.rawValue), terms: discrepancies.map { [$0.kind.rawValue] })
        self.init(
            "discrepancies", discrepancies, id: \.id, in: dataset.identity.languages, version: version,
            filters: [kind] + CheckFilters(dataset, named, areAll: areAll).indexes(discrepancies.map(\.check)),
            texts: \.check.searched,
            sortedBy: CheckFilters.orders(discrepancies.map(\.check), in: dataset.identity.languages))
    }
}

extension RecordTable where Record == Source {
    convenience init(sourcesOf dataset: Dataset, version: UInt64) {
        let sources = dataset.sources
        var statistics: [String: [String]] = [:]
        for statistic in dataset.statistics {
            for source in statistic.sources.uniqued() { statistics[source, default: []].append(statistic.id) }
        }
        self.init(
            "sources", sources, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                TermFilter("source", of: sources.map(\.id), terms: sources.map { [$0.id] }),
                TermFilter("type", of: Source.types, terms: sources.map { [$0.type] }),
                TermFilter(
                    "language", of: Set(sources.map(\.language)).sorted(), terms: sources.map { [$0.language] }),
                TermFilter(
                    "independence", of: Source.Independence.allCases.map(\.rawValue),
                    terms: sources.map { [$0.independence.rawValue] }),
                TermFilter(
                    "statistic", of: dataset.statistics.map(\.id),
                    terms: sources.map { statistics[$0.id, default: []] }),
                RangeFilter(
                    periods: sources.map { [$0.dayIssued].compactMap { $0 } }, openEnds: OpenEnds(of: dataset)),
            ],
            texts: \.searched,
            sortedBy: [
                SortOrder("issued", sources.map(\.firstDayIssued)),
                SortOrder("title", sources.map { FoldedText.fold($0.title) }),
            ])
    }
}

extension RecordTable where Record == Change {
    /// Creates a table of changes by version, newest first.
    convenience init(changesOf dataset: Dataset, version: UInt64) {
        let changes = dataset.changes
        self.init(
            "changes", changes, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                RangeFilter(
                    periods: changes.map { [try? EDTF($0.date.description)].compactMap { $0 } },
                    openEnds: OpenEnds(of: dataset))
            ],
            texts: { [SearchedText("summary", $0.summary)] },
            sortedBy: [SortOrder("date", changes.map(\.date))])
    }
}

extension RecordTable where Record == Vocabulary.Term {
    /// Creates a table of the terms of one kind, in the order of the dataset.
    convenience init(_ kind: Vocabulary.Kind, of dataset: Dataset, version: UInt64) {
        let terms = dataset.identity.vocabulary[kind]
        self.init(
            kind.plural, terms, id: \.id, in: dataset.identity.languages, version: version, texts: \.searched,
            sortedBy: [SortOrder("label", in: dataset.identity.languages, texts: terms.map(\.label))])
    }
}

extension Statistic {
    /// The sources of the claims, and of the citations for what else the title says.
    fileprivate var sources: [String] { claims.map(\.source) + citations.map(\.source) }
}

extension Source {
    fileprivate var firstDayIssued: CalendarDay? {
        let parts = (issued?.first ?? []) + [1, 1]
        return parts.count < 3 ? nil : CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    }

    /// The date of publication, as precisely as it is known.
    fileprivate var dayIssued: EDTF? { issued?.edtf }
}
