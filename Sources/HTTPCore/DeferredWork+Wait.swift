import Dispatch

extension DeferredWork {
    /// Waits until the work is done. Not for a loop, which must not wait.
    package func wait() {
        let isDone = DispatchSemaphore(value: 0)
        whenDone { isDone.signal() }
        isDone.wait()
    }
}
