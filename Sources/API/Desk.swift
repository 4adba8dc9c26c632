package import HTTPCore

/// Where the requests of one thread are answered: the application with a cache of its own, so that threads share nothing
/// but the edition.
package final class Desk {
    private let application: Application
    private var edition: Edition
    /// Which publication the edition is.
    private var publication: Int
    private var answers = AnswerCache()

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

    /// Answers a request; never blocks, and touches nothing but the edition.
    package func respond(to request: borrowing Request) -> Response {
        refresh()
        guard request.method == .get || request.method == .head else {
            return application.respond(to: request, from: edition) { _, _ in }
        }
        if let kept = answers.find(request) {
            var response = kept.answer.response(to: request)
            response.route = kept.route
            return response
        }
        return application.respond(to: request, from: edition) { answers.keep($0, route: $1) }
    }

    /// The answer to bytes that are no request.
    package func respond(to error: ParseError) -> Response { application.respond(to: error) }
}
