import ArgumentParser
import HTTPCore
import HTTPServer

/// How much a client may ask for.
struct LimitOptions: ParsableArguments {
    private static let standard = Configuration()
    private static let head = Setting(
        "max-head", "Octets of a request's line and fields, beyond which it is 431", 1_024...1_048_576,
        default: standard.limits.head)
    private static let target = Setting(
        "max-target", "Octets of a request's target, beyond which it is 414", 64...1_048_576,
        default: standard.limits.target)
    private static let fields = Setting(
        "max-fields", "Field lines of a request, beyond which it is 431", 8...10_000,
        default: standard.limits.fieldCount)
    private static let content = Setting(
        "max-content", "Octets of a request's content, beyond which it is 413", 0...1_073_741_824,
        default: standard.limits.body)
    private static let connections = Setting(
        "max-connections", "Connections at once, beyond which it is 503", 1...1_000_000,
        default: standard.maxConnections)
    private static let connectionsPerAddress = Setting(
        "max-connections-per-address", "The same of one IPv4 address or IPv6 /64, beyond which it is 429",
        1...1_000_000,
        default: standard.maxConnectionsPerAddress)
    private static let requests = Setting(
        "max-requests-per-connection", "Requests after which a connection closes", 1...1_000_000_000,
        default: standard.maxRequestsPerConnection)

    @Option(help: LimitOptions.head.help, transform: LimitOptions.head.parse) private var maxHead: Int?
    @Option(help: LimitOptions.target.help, transform: LimitOptions.target.parse) private var maxTarget: Int?
    @Option(help: LimitOptions.fields.help, transform: LimitOptions.fields.parse) private var maxFields: Int?
    @Option(help: LimitOptions.content.help, transform: LimitOptions.content.parse) private var maxContent: Int?
    @Option(help: LimitOptions.connections.help, transform: LimitOptions.connections.parse) private var maxConnections:
        Int?
    @Option(help: LimitOptions.connectionsPerAddress.help, transform: LimitOptions.connectionsPerAddress.parse) private
        var maxConnectionsPerAddress: Int?
    @Option(help: LimitOptions.requests.help, transform: LimitOptions.requests.parse) private
        var maxRequestsPerConnection: Int?

    /// Throws for what is out of bounds.
    func apply(to configuration: inout Configuration) throws {
        configuration.limits.head = try LimitOptions.head.value(maxHead)
        configuration.limits.target = try LimitOptions.target.value(maxTarget)
        configuration.limits.fieldCount = try LimitOptions.fields.value(maxFields)
        configuration.limits.body = try LimitOptions.content.value(maxContent)
        configuration.maxConnections = try LimitOptions.connections.value(maxConnections)
        configuration.maxConnectionsPerAddress = try LimitOptions.connectionsPerAddress.value(maxConnectionsPerAddress)
        configuration.maxRequestsPerConnection = try LimitOptions.requests.value(maxRequestsPerConnection)
    }

    /// Whether the connections allowed are more than a limit of open files lets there be: beside the server's own files
    /// where their number was asked for, else in all, for the default is a round number.
    func exceed(_ limit: Int, room: Int) throws -> Bool {
        let given = try maxConnections ?? Environment.value("max-connections")
        return given.map { $0 > room } ?? (LimitOptions.standard.maxConnections > limit)
    }
}
