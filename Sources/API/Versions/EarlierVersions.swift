import Archive
import HTTPCore

/// The versions of the dataset besides the current one, each loaded when it is first asked for.
final class EarlierVersions: Sendable {
    /// The most bytes that the files of all versions in memory may have together, but for a single one.
    static let mostBytes = 16 << 20

    private let kept: [String: KeptVersion]
    private let encode: @Sendable (Snapshot) -> EncodedSnapshot
    private let store: SnapshotStore

    init(
        _ kept: [KeptVersion], now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        encode: @escaping @Sendable (Snapshot) -> EncodedSnapshot
    ) {
        self.kept = Dictionary(kept.map { ($0.version, $0) }) { first, _ in first }
        self.encode = encode
        store = SnapshotStore("versions", mostBytes: EarlierVersions.mostBytes, now: now)
    }

    /// The number of versions in memory.
    var count: Int { store.count }

    /// Returns a version as ``SnapshotStore`` does.
    func find(_ version: String, after finished: (any DeferredWork)?) -> SnapshotStore.Answer {
        guard let kept = kept[version] else { return .unavailable(seconds: SnapshotStore.mending) }
        return store.find(version, bytes: kept.bytes, after: finished) { [encode] in kept.load().map(encode) }
    }
}
