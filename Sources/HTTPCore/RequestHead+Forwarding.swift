import Foundations

/// What proxies say about a request that they forwarded.
extension RequestHead {
    private static let forwarded = FieldNames([.forwarded])
    private static let xForwarded = FieldNames([.xForwardedFor, .xForwardedProto, .xForwardedHost])

    /// Reads the fields in which the proxies between the client and this server say whom they speak for. `bytes`
    /// start with the first of the request.
    ///
    /// Sets scheme and authority where they are said, and returns the client for the log; nil if that is not said. What
    /// stands to the left of the client is its own word, and counts for nothing: see ``ForwardedChain``. Only for a request
    /// that came from a proxy that is trusted.
    package mutating func follow(_ proxies: TrustedProxies, in bytes: Span<UInt8>) -> [UInt8]? {
        let names = proxies.fields == .forwarded ? RequestHead.forwarded : RequestHead.xForwarded
        guard presence & names.presence != 0 else { return nil }
        let lines = bytes.extracting(fields)
        let said = proxies.fields == .forwarded ? lines.forwarded(proxies) : lines.xForwarded(proxies)
        if let scheme = said.scheme { self.scheme = scheme }
        if let host = said.host {
            authority = fields.lowerBound + host.lowerBound..<fields.lowerBound + host.upperBound
        }
        isForwarded = said.scheme != nil || said.host != nil
        return said.client
    }
}

/// What is said of the client and its request; the host is a place in the lines.
private typealias Said = (client: [UInt8]?, scheme: Scheme?, host: Range<Int>?)

extension Span where Element == UInt8 {
    fileprivate func forwarded(_ proxies: TrustedProxies) -> Said {
        var elements: [ForwardedElement] = []
        func add(_ element: ForwardedElement) {
            if elements.count == 2 * ForwardedChain.most { elements.removeFirst(ForwardedChain.most) }
            elements.append(element)
        }
        forEachFieldValue(.forwarded) { value in
            // Whoever it was that said something malformed, it is an element.
            if !forEachForwardedElement(in: value, add) { add(ForwardedElement()) }
            return true
        }
        var chain = ForwardedChain(proxies)
        for element in elements.reversed() where !chain.read(element, of: self, isLenient: false) { break }
        return (text(of: chain.client), chain.scheme, chain.host)
    }

    fileprivate func xForwarded(_ proxies: TrustedProxies) -> Said {
        var (clients, schemes, hosts): ([Range<Int>], [Range<Int>], [Range<Int>]) = ([], [], [])
        forEachFieldLine { line in
            let name = extracting(line.name)
            if name.isNamed(.xForwardedFor) { clients.append(line.value) }
            if name.isNamed(.xForwardedProto) { schemes.append(line.value) }
            if name.isNamed(.xForwardedHost) { hosts.append(line.value) }
            return true
        }
        var chain = ForwardedChain(proxies)
        forEachMemberFromRight(of: clients) { chain.read(ForwardedElement(node: $0), of: self, isLenient: true) }
        // The proxy that met the client stands as far to the right there as the client does here, if each has added
        // its own, and first if one alone has said it.
        let scheme = member(of: schemes, fromRight: chain.count - 1).flatMap { Scheme(extracting($0)) }
        let host = member(of: hosts, fromRight: chain.count - 1)
        return (text(of: chain.client), scheme, host.flatMap { Origin.isAuthority(extracting($0)) ? $0 : nil })
    }

    /// Visits the members of lists until `visit` returns false. They have no quoted strings: a quotation mark that a client
    /// sends must not swallow what a proxy adds.
    private func forEachMemberFromRight(of values: [Range<Int>], _ visit: (Range<Int>) -> Bool) {
        for value in values.reversed() {
            var end = value.upperBound
            while end > value.lowerBound {
                var start = end
                while start > value.lowerBound, self[start - 1] != Byte.comma { start -= 1 }
                let member = trimmed(start..<end)
                if !member.isEmpty, !visit(member) { return }
                end = start - 1
            }
        }
    }

    /// Returns the member so many places from the last one, or the first if there are not so many; nil if there is none.
    private func member(of values: [Range<Int>], fromRight distance: Int) -> Range<Int>? {
        var found: Range<Int>?
        var rest = distance
        forEachMemberFromRight(of: values) { member in
            found = member
            rest -= 1
            return rest >= 0
        }
        return found
    }

    private func text(of client: (node: ForwardedNode, text: Range<Int>)?) -> [UInt8]? {
        switch client?.node {
        case .address(let address, let port):
            var text: [UInt8] = []
            address.append(to: &text)
            if let port {
                text.append(Byte.colon)
                text.append(decimal: UInt64(port))
            }
            return text
        case .hidden: return client.map { array($0.text) }
        case nil: return nil
        }
    }
}
