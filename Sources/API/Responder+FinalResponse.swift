package import HTTPCore

extension Responder {
    /// Returns the response for which there is nothing left to be done, and waits for it. Not for a loop, which must not wait.
    package func finalResponse(to request: borrowing Request) -> Response {
        var response = respond(to: request)
        while let work = response.work {
            work.wait()
            response = respond(to: request, after: work)
        }
        return response
    }
}
