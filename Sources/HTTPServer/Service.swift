package import HTTPCore

/// What a server serves. Every loop has its own service, made before the loop runs and used only by its thread, so
/// nothing in it needs a lock. No method may block: every connection of the loop would wait.
package protocol Service: AnyObject {
    /// Returns the answer to a request. If the answer has `work`, the connection (and no other) waits until that is
    /// done or has taken longer than ``Configuration/Deadlines/answer``; then the same request comes again with the
    /// work as `finished`. Keeping the request keeps the buffer it is in.
    func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response

    /// Returns the answer to a request that could not be parsed or did not arrive in time.
    func respond(to error: ParseError) -> Response

    /// Called after every answer to a request.
    func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord)

    /// Called after every answer to something that was not a request.
    func note(_ error: ParseError, _ response: borrowing Response, _ record: AccessRecord)

    /// Called after ``Server/wake()``.
    func wake()
}

/// Makes the service of a loop. Called once per loop, with the loop's number, from 0.
package typealias ServiceFactory = @Sendable (Int) -> any Service
