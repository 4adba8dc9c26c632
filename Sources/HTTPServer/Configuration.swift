package import HTTPCore

/// How a server is set up. The defaults suit a public server of a few cores.
package struct Configuration: Sendable {
    /// How long, in milliseconds, a client may take, and the work for an answer.
    package struct Deadlines: Sendable {
        /// From the first byte of a head, or from the connection's start, to the head's end; then 408.
        package var head = 10_000
        /// From the head's end to the content's end; then 408.
        package var content = 30_000
        /// From an answer to the first byte of the next request; then the connection closes.
        package var idle = 60_000
        /// For an idle client to send a request, for which it may be reaching already, when the server drains; then the
        /// connection closes.
        package var farewell = 500
        /// For the work that an answer waits for; then the service has to answer without.
        package var answer = 30_000
        /// From one byte sent to the next; then the connection is dropped.
        package var write = 30_000
        /// For a client to read the last answer before the connection closes.
        package var linger = 2_000

        /// The defaults.
        package init() {}
    }

    /// An address, IPv4 or IPv6 without brackets, or a name; every address it has is listened on.
    package var host = "127.0.0.1"
    /// 0 lets the kernel choose.
    package var port: UInt16 = 8080
    /// The path of a Unix-domain socket instead of host and port. Its mode is 0660.
    package var socketPath: String?
    /// Listening stream sockets that were made by another, instead of all the above. The server closes them.
    package var descriptors: [Int32] = []
    /// Whether others who do so, too, may listen on the same port: a server that is started with it takes over from one
    /// that drains, and no connection is lost between them.
    package var sharesPort = false
    /// At least 1. Where the kernel does not spread connections over listeners, there is one whatever this says.
    package var loops = 1
    /// Connections that the kernel may hold until they are accepted.
    package var backlog: Int32 = 1024
    /// What a request may measure.
    package var limits = Limits()
    /// How long a client may take.
    package var deadlines = Deadlines()
    /// In all; beyond it 503.
    package var maxConnections = 20_000
    /// Of one IPv4 address or one IPv6 /64; beyond it 429. Over a Unix-domain socket there is no address to tell apart.
    package var maxConnectionsPerAddress = 1_000
    /// After it the connection closes.
    package var maxRequestsPerConnection = 1_000_000
    /// Which poller.
    package var poller = PollerKind.platform
    /// Answers whether the next accept is to fail as if no descriptor were left: for tests, for the limit of the process
    /// would hit every other test.
    package var acceptFault: (@Sendable () -> Bool)?

    /// The defaults.
    package init() {}
}
