import API
import HTTPCore
import HTTPServer

/// The application as one loop serves it: every answer counted, named and noted in the log.
final class ApplicationService: Service {
    private let desk: Desk
    private let tally: Tally
    // Neither calls anything that knows of the service.
    @exclusivity(unchecked) private var identifier: RequestIdentifier
    @exclusivity(unchecked) private var log: AccessLog?

    /// Of one loop of so many.
    init(_ application: Application, loop: Int, of loops: Int, log: AccessLog?) {
        desk = application.desk(of: loops)
        tally = application.metrics.tally()
        identifier = RequestIdentifier(loop: loop)
        self.log = log
    }

    func respond(to request: borrowing Request, after finished: (any DeferredWork)?) -> Response {
        desk.respond(to: request, after: finished, as: identifier.name(request))
    }

    func respond(to error: ParseError) -> Response {
        desk.respond(to: error, as: identifier.name())
    }

    func note(_ request: borrowing Request, _ response: borrowing Response, _ exchange: HTTPServer.Exchange) {
        tally.count(
            route: response.route, method: request.method, status: response.status, octets: exchange.octets,
            nanoseconds: exchange.nanoseconds)
        log?.note(request, response, exchange)
    }

    func note(_ error: ParseError, _ response: borrowing Response, _ exchange: HTTPServer.Exchange) {
        tally.count(error, octets: exchange.octets)
        log?.note(response, exchange)
    }

    func wake() {
        desk.refresh()
    }
}
