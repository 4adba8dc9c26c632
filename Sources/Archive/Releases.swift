package import Evidence
import Foundations

/// The versions of the dataset that were released, as the current one lists them in its changes.
package struct Releases: Sendable {
    /// What has become of a version.
    package enum Standing: Equatable, Sendable {
        /// It answers under its own address.
        case kept
        case withdrawn(LocalizedText)
        /// It was released, and is not kept here.
        case absent
    }

    /// A version that was released.
    package struct Release: Sendable {
        package let version: String
        /// The day of its release; nil for one that is kept although the changes do not name it.
        package let date: CalendarDay?
        package let standing: Standing
    }

    /// The current version, as it is served.
    package let snapshot: Snapshot
    /// The versions, the newest first.
    package let all: [Release]
    /// The changes of each version, the newest first.
    private let changes: [Change]
    /// Whether a version removed a record.
    package let hasRemovals: Bool

    /// Creates the list of versions of a dataset, of which those in `kept` are served beside the current one.
    package init(_ snapshot: Snapshot, kept: [KeptVersion]) {
        self.snapshot = snapshot
        let current = snapshot.dataset.identity.version
        changes = snapshot.dataset.changes
        hasRemovals = changes.contains { !$0.removed.isEmpty }
        let served = Set(kept.map(\.version) + [current])
        let told = changes.map { change in
            let standing: Standing =
                change.withdrawn.map { .withdrawn($0) } ?? (served.contains(change.version) ? .kept : .absent)
            return Release(version: change.version, date: change.date, standing: standing)
        }
        let untold = served.subtracting(changes.map(\.version)).map {
            Release(version: $0, date: nil, standing: .kept)
        }
        all = untold.isEmpty ? told : (told + untold).sorted { Releases.isLater($0.version, than: $1.version) }
    }

    private static func isLater(_ one: String, than other: String) -> Bool {
        guard let one = SemanticVersion(one), let other = SemanticVersion(other) else { return false }
        return one > other
    }

    /// The name of the current version.
    package var current: String { snapshot.dataset.identity.version }

    /// The versions that are served, the newest first.
    package var served: [Release] { all.filter { $0.standing == .kept } }

    /// Returns a version; nil if none of that name was released.
    package subscript(version: String) -> Release? { all.first { $0.version == version } }

    /// Returns the served versions before and after one (RFC 5829).
    package func neighbours(of version: String) -> (predecessor: String?, successor: String?) {
        let served = served
        guard let place = served.firstIndex(where: { $0.version == version }) else { return (nil, nil) }
        let older = served.index(after: place)
        return (
            older < served.endIndex ? served[older].version : nil,
            place > served.startIndex ? served[served.index(before: place)].version : nil
        )
    }

    /// Returns the changes that versions after one made, the newest first.
    package func changes(since version: String) -> ArraySlice<Change> {
        changes.prefix { $0.version != version && Releases.isLater($0.version, than: version) }
    }

    /// Returns the changes that led to a version, its own included, the newest first.
    package func changes(upTo version: String) -> ArraySlice<Change> {
        changes.drop { Releases.isLater($0.version, than: version) }
    }

    /// Returns whether a version is later than another, and the changes that lead from the earlier of them to the later, the
    /// newest first.
    package func changes(between version: String, and other: String) -> (isLater: Bool, changes: ArraySlice<Change>) {
        let isLater = Releases.isLater(version, than: other)
        let (late, early) = isLater ? (version, other) : (other, version)
        return (isLater, changes(upTo: late).prefix { Releases.isLater($0.version, than: early) })
    }
}
