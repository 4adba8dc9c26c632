internal import Foundation

/// A value behind a lock. Not `Synchronization.Mutex`: on Linux its contended path is a futex that the thread sanitizer
/// does not follow, so that it reports races that are none.
///
/// `@unchecked Sendable`: `value` is touched in `withLock` alone, under the lock.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) {
        self.value = value
    }

    /// One at a time; not to be entered again from `body`.
    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
