package import API
import Dispatch
package import HTTPCore

extension DeferredWork {
    /// Waits until the work is done.
    package func wait() {
        let isDone = DispatchSemaphore(value: 0)
        whenDone { isDone.signal() }
        isDone.wait()
    }
}

extension Responder {
    /// Returns the response for which there is nothing left to be done.
    package func finalResponse(to request: borrowing Request) -> Response {
        var response = respond(to: request)
        while let work = response.work {
            work.wait()
            response = respond(to: request, after: work)
        }
        return response
    }
}
