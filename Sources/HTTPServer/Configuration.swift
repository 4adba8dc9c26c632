package import HTTPCore

/// The settings of a server. The defaults suit a public server with a few cores.
package struct Configuration: Sendable {
    /// How long a client, or the work for a response, may take, in milliseconds.
    package struct Deadlines: Sendable {
        /// From the first byte of a request's head, or from the start of the connection, to the end of the head. Beyond
        /// it the response is 408.
        package var head = 10_000
        /// From the end of the head to the end of the content. Beyond it the response is 408.
        package var content = 30_000
        /// From a response to the first byte of the next request. Beyond it the connection is closed.
        package var idle = 60_000
        /// How long an idle connection stays open after the server starts to drain, since a request may already be on
        /// its way. Beyond it the connection is closed.
        package var farewell = 500
        /// How long a response may wait for work on another thread. Beyond it the service must respond without it.
        package var answer = 30_000
        /// From one byte sent to the next. Beyond it the connection is dropped.
        package var write = 30_000
        /// How long a client may take to read the last response. Beyond it the connection is closed.
        package var linger = 2_000

        /// Creates the default deadlines.
        package init() {}
    }

    /// An IPv4 address, an IPv6 address without brackets, or a name. The server listens on every address that a name
    /// has.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 lets the kernel choose.
    package var port: UInt16 = 8080
    /// The path of a Unix-domain socket to listen on instead of a host and port. Its mode is 0660.
    package var socketPath: String?
    /// Listening stream sockets inherited from another process, to be used instead of a host and port or a path. The
    /// server closes them.
    package var descriptors: [Int32] = []
    /// Whether other servers with the same setting may listen on the same port. A new server then takes over from one
    /// that drains without losing a connection.
    package var sharesPort = false
    /// The number of loops that serve, at least 1. Only one runs if the kernel does not balance connections among
    /// listeners.
    package var loops = 1
    /// The number of connections that the kernel may hold until they are accepted.
    package var backlog: Int32 = 1024
    /// The limits on the size of a request.
    package var limits = Limits()
    /// The time limits.
    package var deadlines = Deadlines()
    /// The maximum number of open connections. Beyond it the response is 503.
    package var maxConnections = 20_000
    /// The maximum number of open connections from one IPv4 address or one IPv6 /64. Beyond it the response is 429.
    /// Does not apply to a Unix-domain socket, whose clients have no addresses to tell them apart, nor to a trusted proxy,
    /// which has many clients; with ``speaksProxyProtocol`` it applies to these.
    package var maxConnectionsPerAddress = 1_000
    /// The peers that say for whom they speak.
    package var proxies = TrustedProxies()
    /// Whether every connection begins with a header of the PROXY protocol. Only those from ``proxies`` are then taken, and
    /// are the connections of the client that the header names.
    package var speaksProxyProtocol = false
    /// The maximum number of requests on one connection, which closes after the last.
    package var maxRequestsPerConnection = 1_000_000
    /// The poller that waits for sockets.
    package var poller = PollerKind.platform
    /// Returns whether the next accept should fail as if no descriptor were left. For tests only, as a real limit would
    /// apply to the whole process and thus to every other test.
    package var acceptFault: (@Sendable () -> Bool)?

    /// Creates the default configuration.
    package init() {}
}
