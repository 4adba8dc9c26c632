/// Work that another thread does for an answer. It must end, well or badly.
package protocol DeferredWork: AnyObject, Sendable {
    /// Calls `notify` once when the work is done: on the thread that did it, or at once where it is done already.
    func whenDone(_ notify: @escaping @Sendable () -> Void)
}
