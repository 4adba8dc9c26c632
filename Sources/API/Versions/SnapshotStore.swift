import Dispatch
import Foundations
import HTTPCore
import Synchronization

/// Snapshots that are made when they are first asked for, on a thread of their own, and released when others were asked for since
/// and there are too many.
final class SnapshotStore: Sendable {
    /// The response to a request for a snapshot.
    enum Answer {
        case made(EncodedSnapshot)
        /// Ask again when this work is done, passing it along.
        case underWay(Making)
        /// Not now, for example because its files have problems. The request may be repeated after this many seconds.
        case unavailable(seconds: Int)
    }

    /// The making of a snapshot: nil if that failed.
    typealias Making = Deferred<EncodedSnapshot?>

    private struct State {
        /// The snapshots in memory with their sizes, the one asked for longest ago first.
        var kept: [(name: String, bytes: Int, encoded: EncodedSnapshot)] = []
        var underWay: [String: Making] = [:]
        /// Those that failed, with the time from which they may be tried again.
        var failed: [String: ContinuousClock.Instant] = [:]
    }

    /// The time in seconds after which one may be made, and after which what failed may have been mended.
    static let (respite, mending) = (2, 60)

    private let mostBytes: Int
    /// The most that wait to be made.
    private let mostWaiting: Int
    private let state = Mutex(State())
    private let now: @Sendable () -> ContinuousClock.Instant
    private let queue: DispatchQueue

    /// `mostBytes` is how large those in memory may be together, but for a single one.
    init(
        _ label: String, mostBytes: Int, mostWaiting: Int = 8,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.mostBytes = mostBytes
        self.mostWaiting = mostWaiting
        self.now = now
        queue = DispatchQueue(label: "akistata." + label, qos: .utility)
    }

    /// The number of snapshots in memory.
    var count: Int { state.withLock { $0.kept.count } }

    /// Returns the snapshot of a name if it is in memory, or begins to make it unless that is already under way. `finished` is the
    /// work that an earlier request had to wait for. Never blocks.
    func find(
        _ name: String, bytes: Int, after finished: (any DeferredWork)?,
        make: @escaping @Sendable () -> EncodedSnapshot?
    ) -> Answer {
        // One that is asked for by itself is answered even if it was released again at once.
        if let making = finished as? Making, let made = making.value ?? nil, made.name == name { return .made(made) }
        let (answer, isNew) = state.withLock { state -> (Answer, Bool) in
            if let place = state.kept.firstIndex(where: { $0.name == name }) {
                let found = state.kept.remove(at: place)
                state.kept.append(found)
                return (.made(found.encoded), false)
            }
            if let end = state.failed[name] {
                guard now() >= end else { return (.unavailable(seconds: SnapshotStore.mending), false) }
                state.failed[name] = nil
            }
            if let making = state.underWay[name] { return (.underWay(making), false) }
            guard state.underWay.count < mostWaiting else {
                return (.unavailable(seconds: SnapshotStore.respite), false)
            }
            let making = Making()
            state.underWay[name] = making
            return (.underWay(making), true)
        }
        if isNew, case .underWay(let making) = answer {
            queue.async { self.keep(make(), name: name, bytes: bytes, making) }
        }
        return answer
    }

    private func keep(_ encoded: EncodedSnapshot?, name: String, bytes: Int, _ making: Making) {
        let released = state.withLock { state -> [EncodedSnapshot] in
            state.underWay[name] = nil
            guard let encoded else {
                state.failed[name] = now() + .seconds(SnapshotStore.mending)
                return []
            }
            state.kept.append((name, bytes, encoded))
            return excess(in: &state)
        }
        making.finish(encoded)
        if !released.isEmpty { Memory.trim() }
    }

    /// Removes those asked for longest ago until the others have room, and returns them, to be deallocated outside the lock.
    private func excess(in state: inout State) -> [EncodedSnapshot] {
        var total = state.kept.reduce(0) { $0 + $1.bytes }
        var released: [EncodedSnapshot] = []
        while state.kept.count > 1, total > mostBytes {
            let oldest = state.kept.removeFirst()
            total -= oldest.bytes
            released.append(oldest.encoded)
        }
        return released
    }
}
