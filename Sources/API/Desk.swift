package import HTTPCore

/// Where the requests of one thread are answered: the application with a cache of its own, so that threads share nothing
/// but the edition.
package final class Desk {
    private let application: Application
    private var edition: Edition
    /// Which publication the edition is.
    private var publication: Int
    // They call nothing that knows of the desk.
    @exclusivity(unchecked) private var answers = AnswerCache()
    @exclusivity(unchecked) private var hosts = HostTable()

    init(_ application: Application) {
        self.application = application
        (edition, publication) = application.published
    }

    /// Lets go of an edition that is no longer published. What is answered comes from the newest edition anyhow; this is
    /// for a desk that has nothing to answer.
    package func refresh() {
        guard application.publication != publication else { return }
        (edition, publication) = application.published
        answers = AnswerCache()
    }

    /// Answers a request, and gives the answer a name; never blocks, and touches nothing but the edition. Where the answer
    /// has work, the same is to be asked again with it as `finished` when it is done.
    package func respond(
        to request: borrowing Request, after finished: (any DeferredWork)? = nil, as name: [UInt8] = []
    ) -> Response {
        refresh()
        let host = application.origin.map { .origin($0, number: 0) } ?? hosts.read(request)
        var response: Response
        if request.method != .get && request.method != .head {
            response = application.respond(to: request, after: finished, at: host, from: edition) { _, _ in }
        } else if let kept = answers.find(request, at: host) {
            response = kept.answer.response(to: request)
            response.route = kept.route
        } else {
            response = application.respond(to: request, after: finished, at: host, from: edition) {
                answers.keep($0, route: $1)
            }
        }
        response.name = name
        return response
    }

    /// The answer to what was no request, with a name.
    package func respond(to error: ParseError, as name: [UInt8] = []) -> Response {
        var response = application.respond(to: error)
        response.name = name
        return response
    }
}
