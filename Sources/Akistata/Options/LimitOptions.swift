import ArgumentParser
import HTTPCore
import HTTPServer
import Server

/// How much a client may ask for.
struct LimitOptions: ParsableArguments {
    @Option private var head = Setting(
        "max-head", "Bytes of a request's line and fields, beyond which it is 431", within: 1_024...1_048_576,
        default: Configuration().limits.head)
    @Option private var target = Setting(
        "max-target", "Bytes of a request's target, beyond which it is 414", within: 64...1_048_576,
        default: Configuration().limits.target)
    @Option private var fields = Setting(
        "max-fields", "Field lines of a request, beyond which it is 431", within: 8...10_000,
        default: Configuration().limits.fieldCount)
    @Option private var content = Setting(
        "max-content", "Bytes of a request's content, beyond which it is 413", within: 0...1_073_741_824,
        default: Configuration().limits.body)
    @Option private var connections = Setting(
        "max-connections", "Connections at once, beyond which it is 503", within: 1...1_000_000,
        default: Configuration().maxConnections)
    @Option private var connectionsPerAddress = Setting(
        "max-connections-per-address", "The same of one IPv4 address or IPv6 /64, beyond which it is 429",
        within: 1...1_000_000, default: Configuration().maxConnectionsPerAddress)
    @Option private var requestsPerConnection = Setting(
        "max-requests-per-connection", "Requests after which a connection closes", within: 1...1_000_000_000,
        default: Configuration().maxRequestsPerConnection)

    /// Sets what these options say. Throws for what is out of bounds.
    func apply(to configuration: inout Configuration) throws {
        configuration.limits.head = try head.value()
        configuration.limits.target = try target.value()
        configuration.limits.fieldCount = try fields.value()
        configuration.limits.body = try content.value()
        configuration.maxConnections = try connections.value()
        configuration.maxConnectionsPerAddress = try connectionsPerAddress.value()
        configuration.maxRequestsPerConnection = try requestsPerConnection.value()
    }

    /// Returns whether more connections are allowed than a limit of open files permits. Compares their number with the
    /// `room` beside the server's own files if it was given, but with the whole limit if it is the default, which is a
    /// round number.
    func exceed(_ limit: Int, room: Int) throws -> Bool {
        try connections.asked().map { $0 > room } ?? (Configuration().maxConnections > limit)
    }
}
