import Archive
import HTTPCore

/// The snapshots as if readers' suppositions held, each made when it is first asked for.
final class Suppositions: Sendable {
    /// The most bytes of those in memory together, but for a single one.
    static let mostBytes = 16 << 20
    /// A class that asks at once is answered; of a dataset like the first one, that takes about a second.
    private static let mostWaiting = 64
    /// About how many bytes of memory a record takes that is encoded anew.
    private static let bytesOfRecord = 4_096

    private let store = SnapshotStore(
        "suppositions", mostBytes: Suppositions.mostBytes, mostWaiting: Suppositions.mostWaiting)

    /// The number of snapshots in memory.
    var count: Int { store.count }

    /// Returns a version as if something held; the version itself where that has not all of what is supposed, which its parameters
    /// then refuse. `base` finds the version.
    func find(
        _ supposition: Supposition, of version: String, after finished: (any DeferredWork)?,
        base: () -> SnapshotStore.Answer
    ) -> SnapshotStore.Answer {
        let name = EncodedSnapshot.name(of: version, supposing: supposition)
        // Without the version it is made of, which may have been released since.
        if let making = finished as? SnapshotStore.Making, let made = making.value ?? nil, made.name == name {
            return .made(made)
        }
        let found = base()
        guard case .made(let encoded) = found, supposition.isKnown(in: encoded.snapshot) else { return found }
        let tables = encoded.snapshot
        let records =
            tables.statistics.records.count + tables.claims.records.count + 2 * tables.checks.records.count
        return store.find(name, bytes: records * Suppositions.bytesOfRecord, after: finished) {
            EncodedSnapshot(encoded, supposing: supposition)
        }
    }
}

extension Supposition {
    /// Reads what a request supposes; nil if that is nothing, or if its query does not decode, which is refused elsewhere.
    init?(of request: borrowing Request) {
        guard request.query != nil,
            let items = try? request.queryString(where: {
                [Supposition.withoutName, Supposition.assumeName].contains($0)
            }).items
        else { return nil }
        let values = { (name: String) in items.lazy.filter { $0.name == name }.map(\.value) }
        self.init(without: values(Supposition.withoutName), assume: values(Supposition.assumeName))
    }
}
