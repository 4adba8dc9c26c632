import API
import Archive
public import ArgumentParser
import Evidence
import Foundation
import HTTPCore
import HTTPServer
public import Logging

/// `akistata serve`, and plain `akistata`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a dataset over HTTP until SIGTERM or SIGINT.",
        discussion: """
            Every option can be a variable of the environment, as each says; the option wins. Requests are logged to \
            standard error. On SIGHUP the dataset is loaded anew, and kept as it was if it is \
            broken. On SIGTERM no new connection is taken, requests under way are answered, and the exit code is 0.
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var address: AddressOptions

    @Option(help: "How many event loops (AKISTATA_LOOPS; default: one for each core).")
    var loops: Int?

    @Option(help: "From which level on to log; requests are at info (AKISTATA_LOG_LEVEL; default: info).")
    var logLevel: Logger.Level?

    @Option(help: "What a log line looks like (AKISTATA_LOG_FORMAT; default: text).")
    var logFormat: LogFormat?

    @Option(help: .hidden)
    var poller: PollerKind?

    @Flag(help: "Reload the dataset when its files change, as SIGHUP does.")
    var watch = false

    /// How long requests under way may take after SIGTERM, in milliseconds.
    private static let drainTimeout = 10_000

    func run() throws {
        let signals = Signals()
        let configuration = try serverConfiguration()
        let sink = LogSink()
        let level = try logLevel ?? Environment.value("AKISTATA_LOG_LEVEL") ?? .info
        let format = try logFormat ?? Environment.value("AKISTATA_LOG_FORMAT") ?? .text
        LoggingSystem.bootstrap { _ in LineLogHandler(level: level, format: format, sink: sink) }
        let logger = Logger(label: "akistata")

        let snapshot = try data.load()
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let application = try Application(snapshot, schemas: schemas)
        let reloader = Reloader(snapshot, from: try data.directory(), into: application, logger)
        let timer = watch ? reloader.watch() : nil
        let server = server(
            configuration, application, level <= .info ? AccessLog(logger, sink, hasFields: format == .json) : nil)
        let port = try start(server, configuration)
        let identity = snapshot.dataset.identity
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let line = "Akistata serves \(identity.id) \(identity.version): curl http://\(host):\(port)/api/v1\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))

        let signal = signals.wait(onHangup: reloader.reload)
        timer?.cancel()
        logger.notice("draining", metadata: ["signal": "\(signal)"])
        application.drain()
        let isDone = server.drain(milliseconds: ServeCommand.drainTimeout)
        logger.notice(isDone ? "drained" : "drained; the requests that took too long were cut off")
        sink.flush()
    }

    /// The server of the application, with every answer counted, named and noted in the log.
    private func server(_ configuration: Configuration, _ application: Application, _ log: AccessLog?) -> Server {
        let metrics = application.metrics
        let identifier = RequestIdentifier()
        let observe: Observer = { exchange in
            if let request = exchange.request {
                let response = exchange.response
                metrics.count(
                    route: response.route, method: request.method, status: response.status, octets: exchange.octets,
                    nanoseconds: exchange.nanoseconds)
            } else if let error = exchange.error {
                metrics.count(error, octets: exchange.octets)
            }
            log?.note(exchange)
        }
        let handler: Handler = { request in
            var response = application.respond(to: request)
            response.fields.append(.requestId, identifier.name(request))
            return response
        }
        let problem: @Sendable (ParseError) -> Response = { error in
            var response = application.respond(to: error)
            response.fields.append(.requestId, identifier.name())
            return response
        }
        let server = Server(configuration, observer: observe, problem: problem, handler: handler)
        metrics.add { [weak server] in server?.counters.write(to: &$0) }
        return server
    }

    private func serverConfiguration() throws -> Configuration {
        var configuration = Configuration()
        configuration.host = try address.resolvedHost()
        configuration.port = try address.resolvedPort()
        configuration.poller = poller ?? configuration.poller
        configuration.loops =
            try loops ?? Environment.value("AKISTATA_LOOPS") ?? ProcessInfo.processInfo.activeProcessorCount
        guard (1...1_024).contains(configuration.loops) else {
            throw ValidationError("There can be 1 to 1024 loops, not \(configuration.loops).")
        }
        return configuration
    }

    /// Listens, and answers the real port. One clear line and exit code 1 where that cannot be.
    private func start(_ server: Server, _ configuration: Configuration) throws -> UInt16 {
        do {
            return try server.start().first?.port ?? configuration.port
        } catch {
            StandardError.print("akistata: \(error)")
            throw ExitCode(1)
        }
    }
}

extension PollerKind: ExpressibleByArgument {
    init?(argument: String) {
        switch argument {
        case "epoll": self = .platform
        case "poll": self = .portable
        default: return nil
        }
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
