import ArgumentParser
import HTTPCore
import HTTPServer
import Server

/// The limits for clients.
struct LimitOptions: ParsableArguments {
    @Option private var head = Setting(
        "max-head", "Maximum bytes of a request's line and fields, else 431", within: 1_024...1_048_576,
        default: Configuration().limits.head)
    @Option private var target = Setting(
        "max-target", "Maximum bytes of a request's target, else 414", within: 64...1_048_576,
        default: Configuration().limits.target)
    @Option private var fields = Setting(
        "max-fields", "Maximum field lines of a request, else 431", within: 8...10_000,
        default: Configuration().limits.fieldCount)
    @Option private var content = Setting(
        "max-content", "Maximum bytes of a request's content, else 413", within: 0...1_073_741_824,
        default: Configuration().limits.body)
    @Option private var connections = Setting(
        "max-connections", "Maximum open connections, else 503", within: 1...1_000_000,
        default: Configuration().maxConnections)
    @Option private var connectionsPerAddress = Setting(
        "max-connections-per-address", "Maximum open connections from one IPv4 address or IPv6 /64, else 429",
        within: 1...1_000_000, default: Configuration().maxConnectionsPerAddress)
    @Option private var requestsPerConnection = Setting(
        "max-requests-per-connection", "Requests after which a connection closes", within: 1...1_000_000_000,
        default: Configuration().maxRequestsPerConnection)

    /// Applies these options. Throws if one is out of range.
    func apply(to configuration: inout Configuration) throws {
        configuration.limits.head = try head.value()
        configuration.limits.target = try target.value()
        configuration.limits.fieldCount = try fields.value()
        configuration.limits.body = try content.value()
        configuration.maxConnections = try connections.value()
        configuration.maxConnectionsPerAddress = try connectionsPerAddress.value()
        configuration.maxRequestsPerConnection = try requestsPerConnection.value()
    }

    /// Whether more connections are allowed than the limit on open files permits. A given number is compared with the
    /// `room` besides the server's own files; the default, which is a round number, with the whole limit.
    func exceed(_ limit: Int, room: Int) throws -> Bool {
        try connections.asked().map { $0 > room } ?? (Configuration().maxConnections > limit)
    }
}
