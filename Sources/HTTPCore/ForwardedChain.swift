/// What the proxies on the way of a request say, read from right to left: each adds to the right of what it received.
///
/// The client is the last node that is not a trusted proxy itself, or the first of all if every one is. What stands further
/// left is its own word, and is not even looked at. Scheme and host are what the proxy says that met the client, or else the
/// next to the right. A malformed element says nothing.
struct ForwardedChain {
    /// The number of proxies that are followed.
    static let most = 32

    /// The client, and its text in the lines; nil if nobody says who it is.
    private(set) var client: (node: ForwardedNode, text: Range<Int>)?
    private(set) var scheme: Scheme?
    private(set) var host: Range<Int>?
    /// The number of elements that have been read.
    private(set) var count = 0

    private let proxies: TrustedProxies

    /// Starts at the right end.
    init(_ proxies: TrustedProxies) {
        self.proxies = proxies
    }

    /// Reads the next element to the left. Returns false if it is the client's. `lines` are what it is from; if `isLenient`,
    /// its node may be what only X-Forwarded-For has.
    mutating func read(_ element: ForwardedElement, of lines: Span<UInt8>, isLenient: Bool) -> Bool {
        count += 1
        client = nil
        if let text = element.node {
            guard let node = ForwardedNode(lines.extracting(text), isLenient: isLenient) else { return false }
            client = (node, text)
        }
        if let host = element.host {
            guard Origin.isAuthority(lines.extracting(host)) else {
                client = nil
                return false
            }
            self.host = host
        }
        scheme = element.scheme.flatMap { Scheme(lines.extracting($0)) } ?? scheme
        guard count < ForwardedChain.most, case .address(let address, _) = client?.node else { return false }
        return proxies.contains(address)
    }
}
