import Archive
import Evidence
import HTTPCore
import Synchronization

/// A snapshot as it is published: everything encoded that can be encoded before it is asked for.
final class Edition: Sendable {
    let snapshot: Snapshot
    let events: EncodedShelf<Event>
    let statistics: EncodedShelf<Statistic>
    let claims: EncodedShelf<Claim>
    let checks: EncodedShelf<Check>
    let discrepancies: EncodedShelf<Discrepancy>
    let sources: EncodedShelf<Source>
    let changes: EncodedShelf<Change>
    /// The answer of `/api/v1`, in every language.
    private let indexes: [Language: EncodedRecord]
    /// By when the files were last changed on disk; for a dataset that never was there, midnight of the day of its release.
    let lastModified: LastModified
    /// The same as the field has it.
    let lastModifiedText: String?
    let imprint: Imprint
    /// The answer of `/api/v1/openapi.json`.
    let openAPI = Once<EncodedRecord>()
    /// The same as people read it.
    let reference = Once<APIReference>()
    /// The discrepancies that the first page tells of.
    let mostTelling = Once<[Discrepancy]>()
    private let timelines = Mutex<[Language: String?]>([:])
    private let parameters = Mutex<[String: [Parameter]]>([:])

    /// `siteChanged` is when what pages are made of changed, in seconds since 1970; `previous` is what was published before:
    /// what is as it was there is not there twice.
    init(_ snapshot: Snapshot, siteChanged: Int? = nil, now: HTTPDate = .now, after previous: Edition? = nil) {
        self.snapshot = snapshot
        imprint = Imprint(snapshot.dataset.identity)
        events = EncodedShelf(snapshot.events, .events, from: snapshot, sharing: previous?.events)
        statistics = EncodedShelf(snapshot.statistics, .statistics, from: snapshot, sharing: previous?.statistics)
        claims = EncodedShelf(snapshot.claims, .claims, from: snapshot, sharing: previous?.claims)
        checks = EncodedShelf(snapshot.checks, .checks, from: snapshot, sharing: previous?.checks)
        discrepancies = EncodedShelf(
            snapshot.discrepancies, .discrepancies, from: snapshot, sharing: previous?.discrepancies)
        sources = EncodedShelf(snapshot.sources, .sources, from: snapshot, sharing: previous?.sources)
        changes = EncodedShelf(snapshot.changes, .changes, from: snapshot, sharing: previous?.changes)
        let encoded = Language.allCases.map { ($0, EncodedRecord(IndexEncoding.encode(snapshot, in: $0))) }
        indexes = Dictionary(uniqueKeysWithValues: encoded)
        let epoch = CalendarDay(year: 1970, month: 1, day: 1)
        let days = snapshot.dataset.identity.released.ordinal - (epoch?.ordinal ?? 0)
        let changed = max(snapshot.modified ?? days * 86_400, siteChanged ?? .min)
        lastModified = LastModified(
            HTTPDate(secondsSinceEpoch: changed), digest: snapshot.digest, now: now, after: previous?.lastModified)
        lastModifiedText = lastModified.date?.description
    }

    /// The dataset's version: what a permalink pins.
    var version: String { snapshot.dataset.identity.version }

    /// What the route's query may have, put together once.
    func parameters(of route: Route) -> [Parameter] {
        if let known = parameters.withLock({ $0[route.pattern] }) { return known }
        let known = route.parameters(self)
        parameters.withLock { $0[route.pattern] = known }
        return known
    }

    /// The picture of the events for a page, drawn once; nil where there are none.
    func timeline(in language: Language) -> String? {
        if let known = timelines.withLock({ $0[language] }) { return known }
        let picture = Picture(timelineOf: snapshot, language)?.inline
        timelines.withLock { $0[language] = .some(picture) }
        return picture
    }

    func index(in language: Language) -> EncodedRecord? { indexes[language] }
}
