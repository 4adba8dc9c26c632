package import HTTPCore

/// What a server serves.
///
/// Each loop has its own service, created before the loop runs and used only by its thread, so nothing in it needs a
/// lock. No method may block, as every connection of the loop would have to wait.
package protocol Service: AnyObject {
    /// Returns the response to a request.
    ///
    /// If the response has `work`, the connection (and no other) waits until that is done or has taken longer than
    /// ``Configuration/Deadlines/answer``; then the same request is made again with the work as `finished`. Keeping the
    /// request keeps the buffer it is in.
    func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response

    /// Returns the response to a request that could not be parsed or did not arrive in time. `target` is the target to send
    /// instead, if that is known.
    func respond(to error: ParseError, meaning target: String?) -> Response

    /// Called after every response to a request.
    func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord)

    /// Called after every response to something that was not a request.
    func note(_ error: ParseError, _ response: borrowing Response, _ record: AccessRecord)

    /// Called after ``Server/wake()``.
    func wake()
}

/// Creates the service of a loop. Called once per loop, with the loop's number, from 0.
package typealias ServiceFactory = @Sendable (Int) -> any Service
