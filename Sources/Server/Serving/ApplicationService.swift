package import API
package import HTTPCore
package import HTTPServer

/// The application as served by one loop: every response gets an identifier, is counted and is logged.
package final class ApplicationService: Service {
    private let responder: Responder
    private let counters: RequestCounters
    // Neither calls anything that knows the service.
    @exclusivity(unchecked) private var identifier: RequestIdentifier
    @exclusivity(unchecked) private var log: AccessLog?

    /// Creates the service of one of several loops. If `log` is nil, requests are not logged.
    package init(_ application: Application, loop: Int, of loops: Int, _ metrics: Metrics, log: AccessLog?) {
        responder = application.responder(of: loops)
        counters = metrics.requestCounters()
        identifier = RequestIdentifier(loop: loop)
        self.log = log
    }

    package func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response {
        responder.respond(to: request, after: finished, as: identifier.name(request))
    }

    package func respond(to error: ParseError, meaning target: String?) -> Response {
        responder.respond(to: error, meaning: target, as: identifier.name())
    }

    package func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord) {
        counters.count(
            route: response.route, method: request.method, status: response.status, bytes: record.bytes,
            nanoseconds: record.nanoseconds)
        log?.note(request, response, record)
    }

    package func note(_ error: ParseError, _ response: borrowing Response, _ record: AccessRecord) {
        counters.count(error, bytes: record.bytes)
        log?.note(response, record)
    }

    package func wake() {
        responder.refresh()
    }
}
