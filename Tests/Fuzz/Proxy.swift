import Foundations

@testable import HTTPCore

/// The input is the start of a connection from a proxy, and then, cut at the first LF, what a client says and what the proxy
/// adds to it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    checkHeader(input)
    guard let end = input.firstIndex(of: 0x0A) else { return 0 }
    let (client, proxy) = (input[..<end], input[(end + 1)...])
    for fields in TrustedProxies.Fields.allCases { checkForwarding(client, proxy, fields) }
    return 0
}

/// A header is the same in any pieces, and within its bounds.
private func checkHeader(_ input: [UInt8]) {
    let whole = ProxyHeader.parse(input.span)
    if case .header(let header) = whole {
        precondition(header.length <= min(input.count, ProxyHeader.longest), "a header beyond its bounds")
    }
    for count in 0..<input.count {
        let part = ProxyHeader.parse(input.span.extracting(..<count))
        precondition(part == .needsMore || part == whole, "pieces change the header")
    }
}

/// If what the proxy adds decides before the word of one client, it decides before that of any.
private func checkForwarding(_ client: ArraySlice<UInt8>, _ proxy: ArraySlice<UInt8>, _ fields: TrustedProxies.Fields) {
    let alone = Forwarded(of: [proxy], fields)
    _ = Forwarded(of: [client], fields)
    guard alone != nil, Forwarded(of: [ArraySlice(honest[fields] ?? []), proxy], fields) == alone else { return }
    // A client may also say what is no field at all.
    let both = Forwarded(of: [client, proxy], fields)
    precondition(both == nil || both == alone, "the client chooses")
}

private let honest: [TrustedProxies.Fields: [UInt8]] = [
    .forwarded: Array("for=192.0.2.99".utf8), .xForwarded: Array("192.0.2.99".utf8),
]

private let proxies = TrustedProxies("10.0.0.0/8,2001:db8::/32")

/// What is read from the fields with these values; nil where no request can have them.
private struct Forwarded: Equatable {
    let client: [UInt8]?
    let origin: String?

    init?(of values: [ArraySlice<UInt8>], _ fields: TrustedProxies.Fields) {
        let name = fields == .forwarded ? "Forwarded: " : "X-Forwarded-For: "
        var wire = Array("GET / HTTP/1.1\r\nHost: a\r\n".utf8)
        for value in values { wire += Array(name.utf8) + value + [0x0D, 0x0A] }
        wire += [0x0D, 0x0A]
        var parser = RequestParser(limits: Limits())
        guard case .request(var head) = parser.parse(wire.span), head.length == wire.count, var proxies else {
            return nil
        }
        proxies.fields = fields
        client = head.follow(proxies, in: wire.span)
        origin = Origin(Request(buffer: wire, base: 0, head: head))?.description
        precondition(origin != nil, "what is no host is taken for one")
    }
}
