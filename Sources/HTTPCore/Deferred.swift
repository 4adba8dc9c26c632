import Synchronization

/// Work with one outcome, for which everyone who needs it waits.
package final class Deferred<Value: Sendable>: DeferredWork {
    private let state = Mutex((value: Value?.none, waiting: [@Sendable () -> Void]()))

    /// Creates work that is not done.
    package init() {}

    /// The outcome; nil until the work is done.
    package var value: Value? { state.withLock { $0.value } }

    package func whenDone(_ notify: @escaping @Sendable () -> Void) {
        let isDone = state.withLock { state in
            if state.value == nil { state.waiting.append(notify) }
            return state.value != nil
        }
        if isDone { notify() }
    }

    /// Ends the work. Must be called exactly once.
    package func finish(_ value: Value) {
        let waiting = state.withLock { state in
            defer { state = (value, []) }
            return state.waiting
        }
        for notify in waiting { notify() }
    }
}
