import HTTPCore

/// Whom a connection is with: the other end of the socket or, if the proxy there speaks the PROXY protocol, the client
/// that it names.
struct ConnectionPeer {
    /// What the first bytes of a connection are.
    enum Start {
        /// A header of the PROXY protocol of this length; 0 if there is none to come.
        case header(length: Int)
        /// Such a header, of a client that has too many connections.
        case greedy(length: Int)
        /// The beginning of such a header.
        case needsMore
        /// Anything else, where there should be such a header.
        case unproxied
    }

    /// The address as text.
    private(set) var text: [UInt8]
    /// Whether it is a trusted proxy, whose requests say where they come from.
    private(set) var isTrusted: Bool
    /// Whether a header of the PROXY protocol has yet to come.
    private(set) var awaitsHeader: Bool
    /// For whom the ``ConnectionLimiter`` counts the connection; nil if for nobody: a proxy has many clients.
    private(set) var subscriber: IPAddress?

    /// Creates the peer at the other end of a new socket.
    init(_ address: SocketAddress, _ configuration: Configuration) {
        text = address.bytes
        isTrusted = configuration.proxies.contains(address)
        awaitsHeader = configuration.speaksProxyProtocol
        subscriber = isTrusted ? nil : address.subscriber
    }

    /// Whether the connection may begin: where the PROXY protocol is spoken, only one from a trusted proxy may.
    var isWelcome: Bool { isTrusted || !awaitsHeader }

    /// Reads the start of a connection, which is all that has been received so far.
    mutating func read(
        _ bytes: Span<UInt8>, trusting proxies: TrustedProxies, _ limiter: ConnectionLimiter
    ) -> Start {
        guard awaitsHeader else { return .header(length: 0) }
        switch ProxyHeader.parse(bytes) {
        case .needsMore: return .needsMore
        case .malformed: return .unproxied
        case .header(let header):
            awaitsHeader = false
            switch header.source {
            case .proxy: break
            // What a client says that nobody knows is not the proxy's word.
            case .unknown: isTrusted = false
            case .client(let ip, let port):
                let address = SocketAddress(ip, port: port)
                text = address.bytes
                isTrusted = proxies.contains(ip)
                guard !isTrusted, let counted = address.subscriber else { break }
                guard limiter.assign(to: counted) else { return .greedy(length: header.length) }
                subscriber = counted
            }
            return .header(length: header.length)
        }
    }
}

extension TrustedProxies {
    /// Whether the peer is a proxy.
    func contains(_ peer: SocketAddress) -> Bool { peer.ip.map(contains) ?? includesUnix }
}
