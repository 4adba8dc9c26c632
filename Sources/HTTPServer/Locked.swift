internal import Foundation

/// A value protected by a lock.
///
/// It is not a `Synchronization.Mutex`, whose contended path on Linux is a futex that the thread sanitizer does not
/// follow: it would report races that do not exist.
///
/// `@unchecked Sendable`: `value` is only touched in `withLock`, under the lock.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) {
        self.value = value
    }

    /// Runs `body` with exclusive access to the value. `body` must not call this method again.
    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
