internal import HTTPCore

extension Connection {
    /// A request whose response another thread is working on: the first one in `pending`. Nothing is read in the
    /// meantime.
    ///
    /// It is a class so that a connection without one spends only a single word on it.
    final class Deferred {
        let action: ConnectionState.Action
        let work: any DeferredWork
        /// The time at which the request was received, in the clock's nanoseconds.
        let began: UInt64
        var isDone = false

        init(action: ConnectionState.Action, work: any DeferredWork, began: UInt64) {
            self.action = action
            self.work = work
            self.began = began
        }
    }
}
