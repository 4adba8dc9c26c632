import API
import HTTPCore
import HTTPServer

/// The application as one loop serves it: every answer counted, named and noted in the log.
final class ApplicationService: Service {
    private let desk: Desk
    private let tally: Tally
    private var identifier: RequestIdentifier
    private var log: AccessLog?

    init(_ application: Application, loop: Int, log: AccessLog?) {
        desk = application.desk()
        tally = application.metrics.tally()
        identifier = RequestIdentifier(loop: loop)
        self.log = log
    }

    func respond(to request: borrowing Request) -> Response {
        var response = desk.respond(to: request)
        response.name = identifier.name(request)
        return response
    }

    func respond(to error: ParseError) -> Response {
        var response = desk.respond(to: error)
        response.name = identifier.name()
        return response
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
