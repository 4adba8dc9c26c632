package import Archive
import Checks
import Evidence
import Foundations
import HTTPCore
import Rendering

/// The record that an address without a version names. Versions differ in their records: which of them have the address, and what
/// leads on where one has not, is decided here for every link from one version to another.
package struct RecordAddress {
    /// Where a version shows what an address does.
    package enum Place: Equatable {
        /// At the same address.
        case same
        /// At the path of what shows it instead, such as the check that a discrepancy has become.
        case other(String)
        /// Nowhere; `list` is the path of the others of its kind.
        case gone(list: String)
    }

    private enum Kind: String {
        case sources, events, statistics, claims, checks, discrepancies, conflicts, revisions, changes, terms

        var ofChange: Change.Kind? { isOfRelation ? .relations : Change.Kind(rawValue: rawValue) }
        var isOfRelation: Bool { self == .checks || self == .discrepancies }
    }

    package let id: String
    private let kind: Kind
    /// What stands before the kind, such as `/api/v1/cite` or `/embed`; `/lessons` stands for the kind as well.
    private let root: String
    /// The suffix of the format, with the dot.
    private let suffix: String
    /// The path that was read.
    private let path: String

    /// Finds the record that a path, with its query, names; nil if it names none, so that every version has it. `snapshot` tells
    /// what the address for composing an embed is about.
    package init?(_ target: String, in snapshot: Snapshot) {
        guard let request = try? Request(target: target), var rest = (try? request.pathSegments())?[...] else {
            return nil
        }
        let isOfAPI = rest.starts(with: ["api", "v1"])
        if isOfAPI { rest = rest.dropFirst(2) }
        var root = isOfAPI ? APIPath.root : ""
        if rest.elementsEqual(["embed"]) {
            guard let id = (try? request.queryString { $0 == "id" })?.items.last?.value else { return nil }
            rest = [(snapshot.checks[id] == nil ? Kind.statistics : .discrepancies).rawValue, id]
            root = "/embed"
        } else if let first = rest.first, ["charts", "cite", "embed", "lessons"].contains(first) {
            root += "/" + first
            rest = first == "lessons" ? [Kind.discrepancies.rawValue] + rest.dropFirst() : rest.dropFirst()
        }
        guard rest.count > 1, let kind = rest.popFirst().flatMap(Kind.init), let last = rest.first else { return nil }
        self.kind = kind
        self.root = root
        path = request.path == "/embed" ? target : request.path
        id = String(last.prefix { $0 != "." })
        suffix = rest.count == 1 ? String(last.dropFirst(id.count)) : ""
    }

    /// Whether it is the address of a page of the record, which shows a check under either name.
    private var isPage: Bool { root.isEmpty }

    /// Whether nothing is here unless the check is a discrepancy.
    private var isOfDiscrepancy: Bool { kind == .discrepancies && !isPage && root != "/embed" }

    /// The address of the check that a discrepancy is.
    private var check: String {
        let name = "/checks/" + PercentEncoding.encode(id)
        return root.hasPrefix(APIPath.root) ? root + name + suffix : name
    }

    /// Returns where a version that is in memory shows it.
    package func place(in snapshot: Snapshot) -> Place {
        let isOfAPI = root.hasPrefix(APIPath.root)
        guard isKnown(in: snapshot) else {
            let list = root == "/lessons" ? root : "/" + kind.rawValue
            return .gone(list: isOfAPI ? APIPath.root + list : list)
        }
        guard kind.isOfRelation else { return .same }
        let shown = snapshot.list(showing: id)
        if isOfDiscrepancy, shown != kind.rawValue { return .other(check) }
        return !isPage || shown == kind.rawValue ? .same : .other("/\(shown)/\(PercentEncoding.encode(id))")
    }

    /// Whether it is the address of a chart, and the version has the record, which compares no figures there.
    func isUndrawn(in snapshot: Snapshot) -> Bool {
        root.hasSuffix("/charts") && snapshot.discrepancies[id]?.claims.isEmpty == true
    }

    /// Whether a version that is in memory has the address.
    package func isServed(in snapshot: Snapshot) -> Bool {
        switch place(in: snapshot) {
        case .same: !isUndrawn(in: snapshot)
        case .other: isPage
        case .gone: false
        }
    }

    private func isKnown(in snapshot: Snapshot) -> Bool {
        switch kind {
        case .sources: snapshot.sources[id] != nil
        case .events: snapshot.events[id] != nil
        case .statistics: snapshot.statistics[id] != nil
        case .claims: snapshot.claims[id] != nil
        case .checks, .discrepancies: snapshot.checks[id] != nil
        case .conflicts: snapshot.conflicts[id] != nil
        case .revisions: snapshot.revisions[id] != nil
        case .changes: snapshot.changes[id] != nil
        case .terms: snapshot.terms[id] != nil
        }
    }

    /// Whether a version has the address. One that need not be in memory is told by the changes between it and `snapshot`: where
    /// those do not tell, such as whether a check was a discrepancy before its figures changed, the answer is no.
    package func isServed(in version: String, from snapshot: Snapshot, of releases: Releases) -> Bool {
        let known = version == releases.current ? releases.snapshot : snapshot
        if known.dataset.identity.version == version { return isServed(in: known) }
        guard isOfDiscrepancy else { return isKept(in: version, from: snapshot, of: releases) }
        guard let discrepancy = snapshot.discrepancies[id], let record = ComparedRecord(discrepancy, in: snapshot)
        else { return false }
        return !releases.changes(between: version, and: snapshot.dataset.identity.version).changes.contains { change in
            !record.names.isDisjoint(with: change.added + change.changed + change.removed)
        }
    }

    /// Whether a version has the record, as the changes between it and that of `snapshot` tell.
    private func isKept(in version: String, from snapshot: Snapshot, of releases: Releases) -> Bool {
        guard let ofChange = kind.ofChange else {
            // Changes do not tell which figures exclude each other.
            return kind == .changes && releases.changes(upTo: version).contains { $0.id == id }
        }
        var names: Set = [Change.Name(kind: ofChange, id: id)]
        if kind == .claims, let claim = snapshot.claims[id] {
            names.insert(Change.Name(kind: .statistics, id: claim.statistic))
        }
        let (isLater, changes) = releases.changes(between: version, and: snapshot.dataset.identity.version)
        // The one nearest to the version decides.
        for change in isLater ? Array(changes) : changes.reversed() {
            if !names.isDisjoint(with: change.removed) { return !isLater }
            if !names.isDisjoint(with: change.added) { return isLater }
        }
        return isKnown(in: snapshot)
    }

    /// Returns the version that removed the record, and its address in the newest that is served and still has it; nil if the
    /// current version has it, or if no change says so.
    package func removal(of releases: Releases) -> (version: String, last: (version: String, path: String)?)? {
        guard let ofChange = kind.ofChange, !isKnown(in: releases.snapshot) else { return nil }
        let name = Change.Name(kind: ofChange, id: id)
        guard let change = releases.changes(upTo: releases.current).first(where: { $0.removed.contains(name) })
        else { return nil }
        let last = releases.served.first { release in
            release.version != releases.current && isKept(in: release.version, from: releases.snapshot, of: releases)
        }
        return (
            change.version,
            last.map { ($0.version, Permalink.path(isOfDiscrepancy ? check : path, version: $0.version)) }
        )
    }
}
