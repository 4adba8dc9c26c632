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
    /// When the files were last changed on disk; for a dataset that never was there, midnight of the day of its release.
    let lastModified: HTTPDate
    /// The same as the field has it.
    let lastModifiedText: String
    let imprint: Imprint
    /// The answer of `/api/v1/openapi.json`.
    let openAPI = Once<EncodedRecord>()
    /// The same as people read it.
    let reference = Once<APIReference>()
    private let parameters = Mutex<[String: [Parameter]]>([:])

    init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
        imprint = Imprint(snapshot.dataset.identity)
        events = EncodedShelf(snapshot.events, .events, from: snapshot)
        statistics = EncodedShelf(snapshot.statistics, .statistics, from: snapshot)
        claims = EncodedShelf(snapshot.claims, .claims, from: snapshot)
        checks = EncodedShelf(snapshot.checks, .checks, from: snapshot)
        discrepancies = EncodedShelf(snapshot.discrepancies, .discrepancies, from: snapshot)
        sources = EncodedShelf(snapshot.sources, .sources, from: snapshot)
        changes = EncodedShelf(snapshot.changes, .changes, from: snapshot)
        let encoded = Language.allCases.map { ($0, EncodedRecord(IndexEncoding.encode(snapshot, in: $0))) }
        indexes = Dictionary(uniqueKeysWithValues: encoded)
        let epoch = CalendarDay(year: 1970, month: 1, day: 1)
        let days = snapshot.dataset.identity.released.ordinal - (epoch?.ordinal ?? 0)
        lastModified = HTTPDate(secondsSinceEpoch: snapshot.modified ?? days * 86_400)
        lastModifiedText = lastModified.description
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

    func index(in language: Language) -> EncodedRecord? { indexes[language] }
}
