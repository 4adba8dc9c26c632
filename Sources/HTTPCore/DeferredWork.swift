/// Work that another thread does before a response can be given. It must end, whether it succeeds or fails.
package protocol DeferredWork: AnyObject, Sendable {
    /// Calls `notify` once when the work is done: on the thread that did it, or immediately if it is already done.
    func whenDone(_ notify: @escaping @Sendable () -> Void)
}
