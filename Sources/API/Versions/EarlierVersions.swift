import Archive
import Dispatch
import Foundations
import HTTPCore
import Synchronization

/// The versions of the dataset besides the current one. Each is loaded when it is first asked for, on a thread of its own, and
/// released when others were asked for since and there are too many.
final class EarlierVersions: Sendable {
    /// The response to a request for a version.
    enum Answer {
        case loaded(EncodedSnapshot)
        /// Ask again when this work is done, passing it along.
        case underWay(Load)
        /// Not now, or never: its files have problems. The request may be repeated after this many seconds.
        case unavailable(seconds: Int)
    }

    /// The loading of a version: nil if its files have problems.
    typealias Load = Deferred<EncodedSnapshot?>

    private struct State {
        /// The versions in memory, the one asked for longest ago first.
        var loaded: [EncodedSnapshot] = []
        var underWay: [String: Load] = [:]
        var failed: Set<String> = []
    }

    /// The most bytes that the files of all versions in memory may have together, but for a single one.
    static let mostBytes = 16 << 20
    /// The most versions that wait to be loaded.
    private static let mostWaiting = 8
    /// The time in seconds after which a version may be loaded, and after which files may have been mended.
    private static let (respite, mending) = (2, 60)

    private let kept: [String: KeptVersion]
    private let encode: @Sendable (Snapshot) -> EncodedSnapshot
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "akistata.versions", qos: .utility)

    init(_ kept: [KeptVersion], encode: @escaping @Sendable (Snapshot) -> EncodedSnapshot) {
        self.kept = Dictionary(kept.map { ($0.version, $0) }) { first, _ in first }
        self.encode = encode
    }

    /// The number of versions in memory.
    var count: Int { state.withLock { $0.loaded.count } }

    /// Returns a version that is in memory, or begins to load it unless that is already under way. `finished` is the work that
    /// an earlier request had to wait for. Never blocks.
    func find(_ version: String, after finished: (any DeferredWork)?) -> Answer {
        // One that is asked for by itself is answered even if it was released again at once.
        if let load = finished as? Load, let loaded = load.value ?? nil, loaded.version == version {
            return .loaded(loaded)
        }
        guard let kept = kept[version] else { return .unavailable(seconds: EarlierVersions.mending) }
        let (answer, isNew) = state.withLock { state -> (Answer, Bool) in
            if let place = state.loaded.firstIndex(where: { $0.version == version }) {
                let found = state.loaded.remove(at: place)
                state.loaded.append(found)
                return (.loaded(found), false)
            }
            if state.failed.contains(version) { return (.unavailable(seconds: EarlierVersions.mending), false) }
            if let load = state.underWay[version] { return (.underWay(load), false) }
            guard state.underWay.count < EarlierVersions.mostWaiting else {
                return (.unavailable(seconds: EarlierVersions.respite), false)
            }
            let load = Load()
            state.underWay[version] = load
            return (.underWay(load), true)
        }
        if isNew, case .underWay(let load) = answer { queue.async { self.load(kept, load) } }
        return answer
    }

    private func load(_ version: KeptVersion, _ load: Load) {
        let encoded = version.load().map(encode)
        let released = state.withLock { state -> [EncodedSnapshot] in
            state.underWay[version.version] = nil
            guard let encoded else {
                state.failed.insert(version.version)
                return []
            }
            state.loaded.append(encoded)
            return excess(in: &state)
        }
        load.finish(encoded)
        if !released.isEmpty { Memory.trim() }
    }

    /// Removes those asked for longest ago until the others have room, and returns them, to be deallocated outside the lock.
    private func excess(in state: inout State) -> [EncodedSnapshot] {
        let size = { (encoded: EncodedSnapshot) in self.kept[encoded.version]?.bytes ?? 0 }
        var total = state.loaded.reduce(0) { $0 + size($1) }
        var released: [EncodedSnapshot] = []
        while state.loaded.count > 1, total > EarlierVersions.mostBytes {
            let oldest = state.loaded.removeFirst()
            total -= size(oldest)
            released.append(oldest)
        }
        return released
    }
}
