package import HTTPCore

/// How a server is set up. The defaults suit a public server with a few cores.
package struct Configuration: Sendable {
    /// How long a client, or the work for an answer, may take, in milliseconds.
    package struct Deadlines: Sendable {
        /// From the first byte of a request's head, or from the start of the connection, to the end of the head. Then
        /// 408.
        package var head = 10_000
        /// From the end of the head to the end of the content. Then 408.
        package var content = 30_000
        /// From an answer to the first byte of the next request. Then the connection closes.
        package var idle = 60_000
        /// How long an idle connection stays open after the server starts to drain, since a request may already be on
        /// its way. Then the connection closes.
        package var farewell = 500
        /// How long an answer may wait for work on another thread. Then the service must answer without it.
        package var answer = 30_000
        /// From one byte sent to the next. Then the connection is dropped.
        package var write = 30_000
        /// How long a client may take to read the last answer before the connection closes.
        package var linger = 2_000

        /// Creates the default deadlines.
        package init() {}
    }

    /// An IPv4 address, an IPv6 address without brackets, or a name. The server listens on every address that a name
    /// has.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 lets the kernel choose one.
    package var port: UInt16 = 8080
    /// The path of a Unix-domain socket to listen on instead of a host and port. Its mode is 0660.
    package var socketPath: String?
    /// Listening stream sockets made by another process, to be used instead of a host and port or a path. The server
    /// closes them.
    package var descriptors: [Int32] = []
    /// Whether other servers with the same setting may listen on the same port. One that starts with it takes over from
    /// one that drains, and no connection is lost between them.
    package var sharesPort = false
    /// How many loops serve, at least 1. There is only one where the kernel does not spread connections over listeners.
    package var loops = 1
    /// How many connections the kernel may hold until they are accepted.
    package var backlog: Int32 = 1024
    /// How large a request may be.
    package var limits = Limits()
    /// How long clients may take.
    package var deadlines = Deadlines()
    /// The most connections at once; beyond it 503.
    package var maxConnections = 20_000
    /// The most connections from one IPv4 address or one IPv6 /64; beyond it 429. Does not apply to a Unix-domain
    /// socket, which has no addresses to tell clients apart by.
    package var maxConnectionsPerAddress = 1_000
    /// The most requests on one connection; after the last one it closes.
    package var maxRequestsPerConnection = 1_000_000
    /// Which poller waits for sockets.
    package var poller = PollerKind.platform
    /// Returns whether the next accept should fail as if no descriptor were left. For tests: a real limit would apply
    /// to the whole process, and so to every other test.
    package var acceptFault: (@Sendable () -> Bool)?

    /// Creates the default configuration.
    package init() {}
}
