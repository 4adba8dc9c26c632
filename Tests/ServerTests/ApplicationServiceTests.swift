import API
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@testable import HTTPServer
@testable import Server

@Suite("The application as a loop serves it, and what a probe hears of it")
struct ApplicationServiceTests {
    private let application: Application
    private let metrics = Metrics()
    private let output = LimitedOutput()

    init() throws {
        application = try Application(TestSupport.Service.snapshot.get(), site: Site(.shipped))
        metrics.name(routes: application.patterns)
    }

    /// A server of it, on a port of its own or at a path.
    private func start(at path: String? = nil, log sink: LogSink? = nil) throws -> (server: Server, port: UInt16) {
        var configuration = Configuration()
        (configuration.port, configuration.loops, configuration.socketPath) = (0, 1, path)
        let server = Server(configuration) { [application, metrics] loop in
            ApplicationService(application, loop: loop, of: 1, metrics, log: sink.map { AccessLog($0) })
        }
        return (server, try server.start().first?.port ?? 0)
    }

    @Test("A probe hears that it is ready, and that it drains")
    func readiness() throws {
        let (server, port) = try start()
        defer { server.stop() }
        #expect(Probe.statusLine(host: "127.0.0.1", port: port, target: "/readyz") == "HTTP/1.1 200 OK")
        #expect(Probe.statusLine(host: "localhost", port: port, target: "/no-such") == "HTTP/1.1 404 Not Found")
        application.drain()
        #expect(
            Probe.statusLine(host: "127.0.0.1", port: port, target: "/readyz") == "HTTP/1.1 503 Service Unavailable")
    }

    @Test("A probe of a socket hears the same")
    func socket() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString.prefix(8)).sock").path
        let (server, _) = try start(at: path)
        #expect(Probe.statusLine(socket: path, target: "/readyz") == "HTTP/1.1 200 OK")
        server.stop()
        #expect(Probe.statusLine(socket: path, target: "/readyz") == nil)
    }

    @Test("A probe hears nothing where nobody is")
    func nobody() throws {
        let (server, port) = try start()
        server.stop()
        #expect(Probe.statusLine(host: "127.0.0.1", port: port, target: "/readyz") == nil)
        #expect(Probe.statusLine(host: "no host", port: port, target: "/readyz") == nil)
        #expect(Probe.statusLine(socket: "/nowhere/at-all", target: "/readyz") == nil)
        #expect(Probe.statusLine(socket: String(repeating: "x", count: 1_000), target: "/readyz") == nil)
    }

    @Test("Every answer is counted by its route, and logged")
    func counted() throws {
        let sink = LogSink(.text) { [output] in output.write($0) }
        let (server, port) = try start(log: sink)
        for target in ["/api/v1/events/dyke-breaks", "/api/v1/events/order-12", "/nothing", "no-target"] {
            _ = Probe.statusLine(host: "127.0.0.1", port: port, target: target)
        }
        server.stop()
        sink.flush()
        for line in [
            #"akistata_http_requests_total{route="/api/v1/events/{id}",method="GET",status="200"} 2"#,
            #"akistata_http_requests_total{route="none",method="GET",status="404"} 1"#,
            "akistata_http_request_duration_seconds_count 3",
        ] {
            #expect(metrics.text.contains("\n\(line)\n"), "\(line)")
        }
        let lines = output.text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.first?.contains(" info GET /api/v1/events/dyke-breaks 200 bytes=") == true)
        #expect(lines.last?.contains(" info - - 400 bytes=") == true)
    }

    @Test("Requests are answered while nobody reads the log")
    func unread() throws {
        let output = StalledOutput()
        let sink = output.sink()
        let (server, port) = try start(log: sink)
        for _ in 0..<3 {
            #expect(Probe.statusLine(host: "127.0.0.1", port: port, target: "/api/v1/events") == "HTTP/1.1 200 OK")
        }
        server.stop()
        #expect(output.text.isEmpty)
        output.release()
        sink.flush()
        #expect(output.text.split(separator: "\n").count == 4)
    }

    @Test("Each loop names its requests, by the client’s name where it has one")
    func named() throws {
        let service = ApplicationService(application, loop: 7, of: 8, metrics, log: nil)
        var fields = Fields()
        fields.append(try #require(FieldName("X-Request-Id")), "mine")
        let own = service.respond(to: try Request(target: "/", fields: fields), after: nil)
        #expect(own.name == Array("mine".utf8))
        let given = (0..<2).map { _ in (try? Request(target: "/")).map { service.respond(to: $0, after: nil).name } }
        #expect(given[0] != given[1] && given[0] != nil)
        #expect(service.respond(to: .missingHost, meaning: nil).status == .badRequest)
    }
}
