package import Archive
package import Evidence
package import HTTPCore
package import Rendering
import Synchronization
package import Wording

/// A snapshot as it is published: everything encoded that can be encoded before it is asked for.
package final class EncodedSnapshot: Sendable {
    package let snapshot: Snapshot
    /// Those of the dataset.
    package let languages: [Language]
    /// The first of them: what nothing else is asked for in.
    package let language: Language
    /// The parameter that chooses one.
    package let lang: Parameter
    package let events: EncodedTable<Event>
    package let statistics: EncodedTable<Statistic>
    package let claims: EncodedTable<Claim>
    package let checks: EncodedTable<Check>
    package let discrepancies: EncodedTable<Discrepancy>
    package let sources: EncodedTable<Source>
    let changes: EncodedTable<Change>
    /// By when the files were last changed on disk; for a dataset that never was there, midnight of the day of its release.
    let lastModified: LastModified
    /// The same as the field has it.
    let lastModifiedText: String?
    let notice: DatasetNotice
    /// What is made of the snapshot when it is first asked for, by its name.
    private let made = Mutex<[String: any Sendable]>([:])
    private let parameters = Mutex<[String: [Parameter]]>([:])

    /// `siteChanged` is when what pages are made of changed, in seconds since 1970; `previous` is what was published before:
    /// what is as it was there is not there twice.
    init(
        _ snapshot: Snapshot, in catalogue: Catalogue, siteChanged: Int? = nil, now: HTTPDate = .now,
        after previous: EncodedSnapshot? = nil
    ) {
        let languages = catalogue.languages(snapshot.dataset.identity.languages)
        self.languages = languages
        language = languages.first ?? catalogue.language(.program)
        lang = .lang(among: languages)
        self.snapshot = snapshot
        notice = DatasetNotice(snapshot.dataset.identity, in: languages)
        events = EncodedTable(snapshot.events, .events, from: snapshot, in: languages, sharing: previous?.events)
        statistics = EncodedTable(
            snapshot.statistics, .statistics, from: snapshot, in: languages, sharing: previous?.statistics)
        claims = EncodedTable(snapshot.claims, .claims, from: snapshot, in: languages, sharing: previous?.claims)
        checks = EncodedTable(snapshot.checks, .checks, from: snapshot, in: languages, sharing: previous?.checks)
        discrepancies = EncodedTable(
            snapshot.discrepancies, .discrepancies, from: snapshot, in: languages, sharing: previous?.discrepancies)
        sources = EncodedTable(snapshot.sources, .sources, from: snapshot, in: languages, sharing: previous?.sources)
        changes = EncodedTable(snapshot.changes, .changes, from: snapshot, in: languages, sharing: previous?.changes)
        let epoch = CalendarDay(year: 1970, month: 1, day: 1)
        let days = snapshot.dataset.identity.released.ordinal - (epoch?.ordinal ?? 0)
        let changed = max(snapshot.modified ?? days * 86_400, siteChanged ?? .min)
        lastModified = LastModified(
            HTTPDate(secondsSinceEpoch: changed), digest: snapshot.digest, now: now, after: previous?.lastModified)
        lastModifiedText = lastModified.date?.description
    }

    /// The dataset's version: what a permalink pins.
    package var version: String { snapshot.dataset.identity.version }

    /// Returns the parameters that stand under a key, put together once.
    func parameters(of key: String, _ make: () -> [Parameter]) -> [Parameter] {
        if let known = parameters.withLock({ $0[key] }) { return known }
        let known = make()
        parameters.withLock { $0[key] = known }
        return known
    }

    /// Returns what is made of the snapshot when it is first asked for. Each name stands for one value of one type; two who
    /// ask first at the same time may both make it, and one is kept.
    package func once<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
        if let known = made.withLock({ $0[name] }), let value = known as? Value { return value }
        let value = make()
        made.withLock { $0[name] = value }
        return value
    }

    /// The one with that tag; nil where the dataset has none.
    package func language(tagged tag: String) -> Language? { languages.first { $0.rawValue == tag } }

    /// The best that `Accept-Language` allows; the first where nothing fits.
    package func language(for request: borrowing Request) -> Language {
        guard request.hasField(.acceptLanguage) else { return language }
        let tag = ContentNegotiation.language(
            acceptLanguage: request.field(.acceptLanguage), offered: languages.map(\.rawValue))
        return tag.flatMap(language(tagged:)) ?? language
    }
}
