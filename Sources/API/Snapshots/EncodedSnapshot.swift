package import Checks
package import Archive
package import Evidence
package import HTTPCore
package import Reasoning
package import Rendering
import Synchronization
package import Wording

/// A snapshot as published, with everything encoded that can be encoded in advance.
package final class EncodedSnapshot: Sendable {
    package let snapshot: Snapshot
    /// The versions that were released.
    package let releases: Releases
    /// The languages of the dataset.
    package let languages: [Language]
    /// The first language of the dataset, the default.
    package let language: Language
    /// The parameter that chooses a language.
    package let lang: Parameter
    package let events: EncodedTable<Event>
    package let statistics: EncodedTable<Statistic>
    package let claims: EncodedTable<Claim>
    package let checks: EncodedTable<Check>
    package let discrepancies: EncodedTable<Discrepancy>
    package let conflicts: EncodedTable<Conflict>
    package let revisions: EncodedTable<Revision>
    package let sources: EncodedTable<Source>
    package let changes: EncodedTable<Change>
    package let terms: EncodedTable<Vocabulary.Term>
    /// The time of the last change to the files on disk; midnight of the day of release for a dataset that was never on
    /// disk.
    let lastModified: LastModified
    /// The time as in the `Last-Modified` field.
    let lastModifiedText: String?
    package let notice: DatasetNotice
    /// The tags of responses under the address of the version, and of all others.
    private let pinnedTags, currentTags: CacheTags
    /// What is supposed, and the snapshot without that; nil if nothing is.
    package let supposition: (supposed: Supposition, base: EncodedSnapshot)?
    /// What has been made from the snapshot on first use, by name.
    private let made = Mutex<[String: any Sendable]>([:])
    private let parameters = Mutex<[String: [Parameter]]>([:])

    /// Encodes a snapshot; `releases` are by default those that it names itself. `siteChanged` is when the sources of web pages changed, in
    /// seconds since 1970. What has not changed since `previous`, the snapshot published before, shares its memory.
    convenience init(
        _ snapshot: Snapshot, of releases: Releases? = nil, in catalogue: Catalogue, siteChanged: Int? = nil,
        now: HTTPDate = .now, after previous: EncodedSnapshot? = nil
    ) {
        let languages = catalogue.languages(snapshot.dataset.identity.languages)
        let released = HTTPDate(startOf: snapshot.dataset.identity.released)
        let changed = max(snapshot.modified ?? released.secondsSinceEpoch, siteChanged ?? .min)
        self.init(
            snapshot, of: releases ?? Releases(snapshot, kept: []), in: languages,
            languages.first ?? catalogue.language(.program),
            LastModified(
                HTTPDate(secondsSinceEpoch: changed), digest: snapshot.digest, now: now, after: previous?.lastModified),
            after: previous)
    }

    /// Encodes a snapshot as if something held. What that does not change shares its memory.
    convenience init(_ base: EncodedSnapshot, supposing supposition: Supposition) {
        self.init(
            base.snapshot.supposing(supposition), of: base.releases, in: base.languages, base.language,
            base.lastModified, after: base, supposing: (supposition, base))
    }

    private init(
        _ snapshot: Snapshot, of releases: Releases, in languages: [Language], _ language: Language,
        _ lastModified: LastModified, after previous: EncodedSnapshot?,
        supposing supposition: (supposed: Supposition, base: EncodedSnapshot)? = nil
    ) {
        self.supposition = supposition
        self.languages = languages
        self.language = language
        self.snapshot = snapshot
        self.releases = releases
        self.lastModified = lastModified
        lastModifiedText = lastModified.date?.description
        lang = .lang(among: languages)
        notice = DatasetNotice(snapshot.dataset.identity, in: languages)
        let identity = snapshot.dataset.identity
        pinnedTags = CacheTags(identity.id, identity.version)
        currentTags = CacheTags(identity.id, "current")
        events = EncodedTable(snapshot.events, .events, from: snapshot, in: languages, sharing: previous?.events)
        statistics = EncodedTable(
            snapshot.statistics, .statistics, from: snapshot, in: languages, sharing: previous?.statistics)
        claims = EncodedTable(snapshot.claims, .claims, from: snapshot, in: languages, sharing: previous?.claims)
        checks = EncodedTable(snapshot.checks, .checks, from: snapshot, in: languages, sharing: previous?.checks)
        discrepancies = EncodedTable(
            snapshot.discrepancies, .discrepancies, from: snapshot, in: languages, sharing: previous?.discrepancies)
        conflicts = EncodedTable(
            snapshot.conflicts, .conflicts, from: snapshot, in: languages, sharing: previous?.conflicts)
        revisions = EncodedTable(
            snapshot.revisions, .revisions, from: snapshot, in: languages, sharing: previous?.revisions)
        sources = EncodedTable(snapshot.sources, .sources, from: snapshot, in: languages, sharing: previous?.sources)
        changes = EncodedTable(snapshot.changes, .changes, from: snapshot, in: languages, sharing: previous?.changes)
        terms = EncodedTable(snapshot.terms, .terms, from: snapshot, in: languages, sharing: previous?.terms)
    }

    /// The version, with what is supposed: no two that are served at a time have the same.
    var name: String { EncodedSnapshot.name(of: version, supposing: supposition?.supposed) }

    /// Returns the name of a version as if something held.
    static func name(of version: String, supposing supposition: Supposition?) -> String {
        guard let supposition else { return version }
        return "\(version)?\(supposition.without.joined(separator: " "))&\(supposition.assume.joined(separator: " "))"
    }

    /// The beginning of the day on which the version was released.
    var released: HTTPDate { HTTPDate(startOf: snapshot.dataset.identity.released) }

    /// The dataset's version, which permalinks name.
    package var version: String { snapshot.dataset.identity.version }

    /// Returns the tags of a response.
    func tags(isPinned: Bool) -> CacheTags { isPinned ? pinnedTags : currentTags }

    /// Returns the parameters for a key, composed on first use.
    func parameters(of key: String, _ make: () -> [Parameter]) -> [Parameter] {
        if let known = parameters.withLock({ $0[key] }) { return known }
        let known = make()
        parameters.withLock { $0[key] = known }
        return known
    }

    /// Returns what `make` makes from the snapshot on first use. Each name stands for one value of one type. If two
    /// callers are first at the same time, both may make it, and one value is kept.
    package func once<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
        if let known = made.withLock({ $0[name] }), let value = known as? Value { return value }
        let value = make()
        made.withLock { $0[name] = value }
        return value
    }

    /// Returns the language with this tag; nil if the dataset does not have it.
    package func language(tagged tag: String) -> Language? { languages.first { $0.rawValue == tag } }

    /// Returns the best language that `Accept-Language` allows; the first if nothing matches.
    package func language(for request: borrowing Request) -> Language {
        guard request.hasField(.acceptLanguage) else { return language }
        let tag = ContentNegotiation.language(
            acceptLanguage: request.field(.acceptLanguage), offered: languages.map(\.rawValue))
        return tag.flatMap(language(tagged:)) ?? language
    }
}
