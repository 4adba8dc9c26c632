import API
import Archive
import ArgumentParser
import Evidence
import Foundation
import Foundations
import HTTPCore
import HTTPServer
import Loading
import Logging
import Raster
import Rendering
import Server

/// The command `akistata serve`, or just `akistata`, which serves a dataset.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a dataset over HTTP until SIGTERM or SIGINT.",
        discussion: """
            Every option can also be set by the environment variable that its description names; the option takes \
            precedence. Times are written as 250ms, 10s or 2m. Requests are logged to standard error. On SIGHUP the \
            dataset is reloaded, or kept as it was if the new one is invalid. On SIGTERM /readyz responds 503; after \
            --drain-delay no new connections are accepted, requests in progress are completed, and the exit code is \
            0. As a systemd service it uses the sockets passed to it instead of an address, and reports when it is \
            ready, reloads and stops (Type=notify-reload).
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var words: WordsOptions

    @OptionGroup var address: AddressOptions

    @OptionGroup(title: "Site") var site: SiteOptions

    @OptionGroup(title: "Listening") var listening: ListenOptions

    @OptionGroup(title: "Behind a proxy") var proxies: ProxyOptions

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @OptionGroup(title: "Deadlines") var deadlines: DeadlineOptions

    @OptionGroup(title: "Draining") var draining: DrainOptions

    @Option(as: "log-level")
    var logLevel = Setting(
        "log-level", "The lowest level to log; requests are logged at info", default: Logger.Level.info)

    @Option(as: "log-format")
    var logFormat = Setting("log-format", "The format of log lines", default: LogFormat.text)

    /// For tests only.
    @Option(help: .hidden, transform: { try PollerKind.parse($0) })
    var poller: PollerKind?

    private static let watching = Switch("watch", "Reload the dataset when its files change, as on SIGHUP")

    @Flag(ServeCommand.watching) var watch = false

    @OptionGroup var pages: PagesOptions

    /// A warning for each environment variable that looks like an option's but is not. A test ensures that the help
    /// names all variables.
    static var warnings: [String] { Environment.process.warnings(help: helpMessage()) }

    func run() throws {
        let signals = Signals()
        let limit = Descriptors.raiseLimit()
        // Checked first: if there are too few, nothing later could say why it failed.
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
        // Taken before the files are read, so that a change in the meantime is noticed.
        let status = DatasetStatus(of: directory)
        let (snapshot, warnings) = try data.read()
        let catalogue = try words.catalogue()
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let converter = Converter(in: ProcessInfo.processInfo.environment["PATH"] ?? "")
        let web = try pages.web(catalogue, more: words.folder())
        let site = try site.site(catalogue, schemas: schemas, web: web, converter: web == nil ? nil : converter)
        let metrics = Metrics()
        let application = try Application(
            snapshot, kept: Reloader.kept(in: directory, logger), site: site, metrics: { metrics.text })
        metrics.name(routes: application.patterns)
        Memory.trim()
        let server = Server(configuration) { loop in
            ApplicationService(
                application, loop: loop, of: configuration.loops, metrics,
                log: level <= .info ? AccessLog(sink) : nil)
        }
        metrics.add { [weak server] in server?.counters.write(to: &$0) }
        metrics.add { sink.write(to: &$0) }
        let reloader = Reloader(snapshot, of: status, from: directory, into: application, metrics, manager, logger) {
            server.wake()
        }
        let timer = watches ? reloader.watch() : nil
        let place = try start(server, configuration)
        let room = Descriptors.free(limit: limit)
        guard room > 0 else { throw tooFew(limit) }
        if try limits.exceed(limit, room: room) {
            logger.warning(
                "--max-connections exceeds the limit on open files (ulimit -n)",
                metadata: ["maxConnections": "\(configuration.maxConnections)", "limit": "\(limit)", "room": "\(room)"])
        }
        let identity = snapshot.dataset.identity
        StandardStream.output.print("Akistata serves \(identity.id) \(identity.version): \(place)")
        manager.tell(.ready)
        for warning in ServeCommand.warnings { logger.warning("\(warning)") }
        Reloader.log(warnings, to: logger)

        let signal = signals.wait(onHangup: reloader.reload)
        timer?.cancel()
        manager.tell(.stopping)
        logger.notice("draining", metadata: ["signal": "\(signal)"])
        application.drain()
        server.announceEnd()
        Thread.sleep(forTimeInterval: Double(delay.count) / 1_000)
        let isDone = server.drain(milliseconds: timeout.count)
        logger.notice(isDone ? "drained" : "drained; requests that took too long were cut off")
        sink.flush()
    }

    /// Prints a line saying that the process may not open enough files to serve anyone, and returns exit code 1.
    private func tooFew(_ limit: Int) -> ExitCode {
        StandardStream.errors.print(
            "akistata: the limit on open files is \(limit), too low to serve anyone (see ulimit -n)")
        return ExitCode(1)
    }

    private func serverConfiguration(_ manager: ServiceManager) throws -> Configuration {
        var configuration = Configuration()
        configuration.descriptors = manager.descriptors
        configuration.poller = poller ?? configuration.poller
        try address.apply(to: &configuration)
        try listening.apply(to: &configuration)
        try proxies.apply(to: &configuration)
        try limits.apply(to: &configuration)
        try deadlines.apply(to: &configuration)
        return configuration
    }

    /// Starts listening and returns how to reach the server. If that fails, prints a line that says why and exits with
    /// 1.
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
