internal import Foundation
internal import HTTPCore

/// Work that is done when a test says so.
///
/// `@unchecked Sendable`: everything mutable is touched under the lock alone.
final class HeldWork: DeferredWork, @unchecked Sendable {
    private let lock = NSLock()
    private var notify: (@Sendable () -> Void)?
    private var done = false

    var isDone: Bool { lock.withLock { done } }

    func whenDone(_ notify: @escaping @Sendable () -> Void) {
        let isDone = lock.withLock {
            self.notify = notify
            return done
        }
        if isDone { notify() }
    }

    func finish() {
        let notify = lock.withLock {
            done = true
            return self.notify
        }
        notify?()
    }
}

/// The works that a service has begun, in order.
///
/// `@unchecked Sendable`: everything mutable is touched under the lock alone.
final class HeldWorks: @unchecked Sendable {
    private let lock = NSLock()
    private var works: [HeldWork] = []
    private let areDoneAtOnce: Bool

    init(doneAtOnce: Bool = false) {
        areDoneAtOnce = doneAtOnce
    }

    var all: [HeldWork] { lock.withLock { works } }

    func add() -> HeldWork {
        let work = HeldWork()
        if areDoneAtOnce { work.finish() }
        lock.withLock { works.append(work) }
        return work
    }

    /// Waits until so many have begun, and gives them away.
    func take(_ count: Int) -> [HeldWork] {
        while all.count < count { sched_yield() }
        return lock.withLock {
            defer { works = [] }
            return works
        }
    }
}
