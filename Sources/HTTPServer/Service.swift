package import HTTPCore

/// What a server serves. Every loop has one of its own, made before it runs and used by its thread alone, so that
/// nothing in it needs a lock. No method may block: every connection of the loop would wait.
package protocol Service: AnyObject {
    /// The answer to a request. Where it has `work`, the connection waits, and no other does, until that is done or has
    /// taken longer than `Deadlines.answer`; then the same request comes again with the work as `finished`.
    /// Keeping the request keeps the buffer it is in.
    func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response

    /// The answer to what could not be parsed, or did not come in time.
    func respond(to error: ParseError) -> Response

    /// Told after every answer to a request.
    func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord)

    /// Told after every answer to what was no request.
    func note(_ error: ParseError, _ response: borrowing Response, _ record: AccessRecord)

    /// Told that `Server.wake` was called.
    func wake()
}

/// Makes a loop's service; called once for each loop with the loop's number, from 0.
package typealias ServiceFactory = @Sendable (Int) -> any Service
