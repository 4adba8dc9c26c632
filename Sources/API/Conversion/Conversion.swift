import HTTPCore
import Synchronization

/// The conversion of one picture from SVG to PNG. Everyone who requests the same picture in the meantime waits for it.
final class Conversion: DeferredWork {
    /// The outcome of a conversion.
    enum Result: Sendable {
        case png([UInt8])
        /// The program cannot convert it, so trying again soon is pointless.
        case failed
        /// The machine lacked the resources at that moment.
        case prevented
    }

    /// The picture in UTF-8.
    let svg: [UInt8]
    private let state = Mutex((result: Result?.none, waiting: [@Sendable () -> Void]()))

    init(_ svg: [UInt8]) {
        self.svg = svg
    }

    /// The outcome; nil until it is done.
    var result: Result? { state.withLock { $0.result } }

    func whenDone(_ notify: @escaping @Sendable () -> Void) {
        let isDone = state.withLock { state in
            if state.result == nil { state.waiting.append(notify) }
            return state.result != nil
        }
        if isDone { notify() }
    }

    /// Ends the conversion. Must be called exactly once.
    func finish(_ result: Result) {
        let waiting = state.withLock { state in
            defer { state = (result, []) }
            return state.waiting
        }
        for notify in waiting { notify() }
    }
}
