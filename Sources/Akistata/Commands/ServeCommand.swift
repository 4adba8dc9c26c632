import API
import Archive
import ArgumentParser
import Evidence
import Foundation
import Foundations
import HTTPCore
import HTTPServer
import Logging
import Rendering
import Server
import Website
import Wording

/// `akistata serve`, or just `akistata`: serves a dataset.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a dataset over HTTP until SIGTERM or SIGINT.",
        discussion: """
            Every option can be a variable of the environment, as each says; the option wins. Times are written as \
            250ms, 10s or 2m. Requests are logged to standard error. On SIGHUP the dataset is loaded anew, and kept as \
            it was if it is broken. On SIGTERM /readyz answers 503; after --drain-delay no new connection is taken, \
            requests under way are answered, and the exit code is 0. As a systemd service it takes the sockets it is \
            passed instead of an address, and tells when it is ready, reloads and stops (Type=notify-reload).
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var address: AddressOptions

    @OptionGroup(title: "Site") var site: SiteOptions

    @OptionGroup(title: "Listening") var listening: ListenOptions

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @OptionGroup(title: "Deadlines") var deadlines: DeadlineOptions

    @OptionGroup(title: "Draining") var draining: DrainOptions

    @Option(as: "log-level")
    var logLevel = Setting(
        "log-level", "From which level on to log; requests are at info", default: Logger.Level.info)

    @Option(as: "log-format")
    var logFormat = Setting("log-format", "What a log line looks like", default: LogFormat.text)

    /// For tests only.
    @Option(help: .hidden, transform: { try PollerKind.parse($0) })
    var poller: PollerKind?

    private static let watching = Switch("watch", "Reload the dataset when its files change, as SIGHUP does")

    @Flag(ServeCommand.watching) var watch = false

    private static let restriction = Switch(
        "data-only", "Serve the data alone, without pages and embeds for people")

    @Flag(ServeCommand.restriction) var dataOnly = false

    /// A line for each environment variable that looks like an option's but is not. The help names every variable, as a
    /// test ensures.
    static var warnings: [String] { Environment.process.warnings(help: helpMessage()) }

    func run() throws {
        let signals = Signals()
        let limit = Descriptors.raiseLimit()
        // Checked first: with too few, nothing that follows could say why it fails.
        guard Descriptors.openTimers() else { throw tooFew(limit) }
        let manager = ServiceManager()
        let configuration = try serverConfiguration(manager)
        let (delay, timeout) = (try draining.delay.value(), try draining.timeout.value())
        let watches = try ServeCommand.watching.isOn(watch)
        let level = try logLevel.value()
        let sink = LogSink(try logFormat.value())
        LoggingSystem.bootstrap { _ in LineLogHandler(level: level, sink: sink) }
        let logger = Logger(label: "akistata")

        Memory.returnLargePieces()
        let directory = try data.directory()
        // Taken before the files are read, so that a change meanwhile is noticed.
        let status = DatasetStatus(of: directory)
        let snapshot = try data.load()
        let catalogue = try Resources.catalogue()
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let converter = Converter(in: ProcessInfo.processInfo.environment["PATH"] ?? "")
        let site =
            try ServeCommand.restriction.isOn(dataOnly)
            ? site.site(catalogue, schemas: schemas)
            : site.site(catalogue, schemas: schemas, web: web(catalogue), converter: converter)
        let metrics = Metrics()
        let application = try Application(snapshot, site: site, metrics: { metrics.text })
        metrics.name(routes: application.patterns)
        Memory.trim()
        let server = Server(configuration) { loop in
            ApplicationService(
                application, loop: loop, of: configuration.loops, metrics,
                log: level <= .info ? AccessLog(sink) : nil)
        }
        metrics.add { [weak server] in server?.counters.write(to: &$0) }
        let reloader = Reloader(snapshot, of: status, from: directory, into: application, metrics, manager, logger) {
            server.wake()
        }
        let timer = watches ? reloader.watch() : nil
        let place = try start(server, configuration)
        let room = Descriptors.free(limit: limit)
        guard room > 0 else { throw tooFew(limit) }
        if try limits.exceed(limit, room: room) {
            logger.warning(
                "--max-connections does not fit into the limit of open files (ulimit -n)",
                metadata: ["maxConnections": "\(configuration.maxConnections)", "limit": "\(limit)", "room": "\(room)"])
        }
        let identity = snapshot.dataset.identity
        StandardStream.output.print("Akistata serves \(identity.id) \(identity.version): \(place)")
        manager.tell(.ready)
        for warning in ServeCommand.warnings { logger.warning("\(warning)") }

        let signal = signals.wait(onHangup: reloader.reload)
        timer?.cancel()
        manager.tell(.stopping)
        logger.notice("draining", metadata: ["signal": "\(signal)"])
        application.drain()
        server.announceEnd()
        Thread.sleep(forTimeInterval: Double(delay.count) / 1_000)
        let isDone = server.drain(milliseconds: timeout.count)
        logger.notice(isDone ? "drained" : "drained; the requests that took too long were cut off")
        sink.flush()
    }

    /// Prints one clear line, and returns exit code 1, if the process may not open enough files to serve anybody.
    private func tooFew(_ limit: Int) -> ExitCode {
        StandardStream.errors.print(
            "akistata: the limit of open files is \(limit), which is too low to serve (see ulimit -n)")
        return ExitCode(1)
    }

    /// Loads what pages are made of. Prints one clear line and exits with 1 if that fails.
    private func web(_ catalogue: Catalogue) throws -> Web {
        do throws(WebError) {
            guard let folder = Resources.web else { throw .noFolder }
            return try Web(in: folder, catalogue)
        } catch {
            StandardStream.errors.print("akistata: \(error)")
            throw ExitCode(1)
        }
    }

    private func serverConfiguration(_ manager: ServiceManager) throws -> Configuration {
        var configuration = Configuration()
        configuration.descriptors = manager.descriptors
        configuration.poller = poller ?? configuration.poller
        try address.apply(to: &configuration)
        try listening.apply(to: &configuration)
        try limits.apply(to: &configuration)
        try deadlines.apply(to: &configuration)
        return configuration
    }

    /// Listens, and returns how to reach the server. Prints one clear line and exits with 1 if that fails.
    private func start(_ server: Server, _ configuration: Configuration) throws -> String {
        do {
            let first = try server.start().first { !$0.isUnix }
            guard configuration.descriptors.isEmpty else {
                return first.map { "curl http://\($0)\(APIPath.root)" } ?? "on the socket it was passed"
            }
            if let path = configuration.socketPath {
                return "curl --unix-socket \(path) http://localhost\(APIPath.root)"
            }
            let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
            return "curl http://\(host):\(first?.port ?? configuration.port)\(APIPath.root)"
        } catch {
            StandardStream.errors.print("akistata: \(error)")
            throw ExitCode(1)
        }
    }
}

extension PollerKind: SettingChoice {
    package static let choices = ["epoll", "poll"]

    package init?(argument: String) {
        switch argument {
        case "epoll": self = .platform
        case "poll": self = .portable
        default: return nil
        }
    }
}

extension Logger.Level: SettingChoice {}
