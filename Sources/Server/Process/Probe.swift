import Foundation
import HTTPServer

/// A single request over a blocking socket, so that the program needs no HTTP client.
package enum Probe {
    /// The time limit for connecting, sending and receiving, in seconds each.
    private static let patience = 3

    /// Returns the first line of the response to a GET, which is sent after the bytes of a `header`, at most 1024 bytes of
    /// it; nil if there is none.
    package static func statusLine(socket path: String, target: String, after header: [UInt8] = []) -> String? {
        UnixAddress(path: path)?.connected().flatMap { statusLine(of: header + request(target), over: $0) }
    }

    /// Returns the first line of the response to a GET, from the first of the host's addresses that responds; nil if
    /// none does.
    package static func statusLine(
        host: String, port: UInt16, target: String, after header: [UInt8] = []
    ) -> String? {
        var hints = addrinfo()
        hints.ai_socktype = streamType
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &first) == 0 else { return nil }
        defer { freeaddrinfo(first) }
        var next = first
        while let address = next?.pointee {
            next = address.ai_next
            let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            guard descriptor >= 0 else { continue }
            limitTime(of: descriptor)
            if connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
                close(descriptor)
            } else if let line = statusLine(of: header + request(target), over: descriptor) {
                return line
            }
        }
        return nil
    }

    private static func request(_ target: String) -> [UInt8] {
        Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    }

    private static func limitTime(of descriptor: Int32) {
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Sends the request and returns the first line of the response. Closes the descriptor.
    private static func statusLine(of request: [UInt8], over descriptor: Int32) -> String? {
        limitTime(of: descriptor)
        defer { close(descriptor) }
        // So few bytes always fit into an empty socket buffer.
        guard send(descriptor, request, request.count, 0) == request.count else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return String(decoding: bytes.prefix(count).prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }

    private static var streamType: Int32 {
        #if os(Linux)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }
}
