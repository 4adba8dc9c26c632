import HTTPCore
import Synchronization

/// A picture on its way from SVG to PNG. Everyone who asks for the same one meanwhile waits for this.
final class Conversion: DeferredWork {
    /// What it came to.
    enum Result: Sendable {
        case png([UInt8])
        /// The program cannot do it, so that trying again soon is of no use.
        case failed
        /// The machine could not do it at this moment.
        case prevented
    }

    /// As UTF-8.
    let svg: [UInt8]
    private let state = Mutex((result: Result?.none, waiting: [@Sendable () -> Void]()))

    init(_ svg: [UInt8]) {
        self.svg = svg
    }

    /// nil until it is done.
    var result: Result? { state.withLock { $0.result } }

    func whenDone(_ notify: @escaping @Sendable () -> Void) {
        let isDone = state.withLock { state in
            if state.result == nil { state.waiting.append(notify) }
            return state.result != nil
        }
        if isDone { notify() }
    }

    /// To be called once.
    func finish(_ result: Result) {
        let waiting = state.withLock { state in
            defer { state = (result, []) }
            return state.waiting
        }
        for notify in waiting { notify() }
    }
}
