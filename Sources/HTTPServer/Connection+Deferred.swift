internal import HTTPCore

extension Connection {
    /// A request whose answer another thread is working on: the first one in `pending`. Nothing is read meanwhile.
    ///
    /// A class, so that a connection without one has a single word to look at.
    final class Deferred {
        let action: ConnectionState.Action
        let work: any DeferredWork
        /// When the request was received, in the clock's nanoseconds.
        let began: UInt64
        var isDone = false

        init(action: ConnectionState.Action, work: any DeferredWork, began: UInt64) {
            self.action = action
            self.work = work
            self.began = began
        }
    }
}
