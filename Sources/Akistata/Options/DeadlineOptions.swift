import ArgumentParser
import HTTPServer

/// How long a client may take, as `250ms`, `10s` or `2m`.
struct DeadlineOptions: ParsableArguments {
    private static let standard = Configuration().deadlines
    private static let bounds = Milliseconds(100)...Milliseconds(3_600_000)
    private static let head = Setting(
        "head-timeout", "For a request's line and fields to arrive, then 408", bounds,
        default: Milliseconds(standard.head))
    private static let content = Setting(
        "content-timeout", "For its content to arrive, then 408", bounds, default: Milliseconds(standard.content))
    private static let idle = Setting(
        "idle-timeout", "Between two requests, then the connection closes", bounds,
        default: Milliseconds(standard.idle))
    private static let write = Setting(
        "write-timeout", "For the client to take any of its answer, then the connection is dropped", bounds,
        default: Milliseconds(standard.write))
    private static let linger = Setting(
        "linger-timeout", "For the client to read the last answer before the connection closes", bounds,
        default: Milliseconds(standard.linger))

    @Option(help: DeadlineOptions.head.help, transform: DeadlineOptions.head.parse) private var headTimeout:
        Milliseconds?
    @Option(help: DeadlineOptions.content.help, transform: DeadlineOptions.content.parse) private var contentTimeout:
        Milliseconds?
    @Option(help: DeadlineOptions.idle.help, transform: DeadlineOptions.idle.parse) private var idleTimeout:
        Milliseconds?
    @Option(help: DeadlineOptions.write.help, transform: DeadlineOptions.write.parse) private var writeTimeout:
        Milliseconds?
    @Option(help: DeadlineOptions.linger.help, transform: DeadlineOptions.linger.parse) private var lingerTimeout:
        Milliseconds?

    /// Throws for what is out of bounds.
    func apply(to configuration: inout Configuration) throws {
        configuration.deadlines.head = try DeadlineOptions.head.value(headTimeout).count
        configuration.deadlines.content = try DeadlineOptions.content.value(contentTimeout).count
        configuration.deadlines.idle = try DeadlineOptions.idle.value(idleTimeout).count
        configuration.deadlines.write = try DeadlineOptions.write.value(writeTimeout).count
        configuration.deadlines.linger = try DeadlineOptions.linger.value(lingerTimeout).count
    }
}
