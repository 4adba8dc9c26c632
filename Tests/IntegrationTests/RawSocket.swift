import Foundation

/// A blocking connection to a port of 127.0.0.1, for bytes that no client sends. Twenty seconds of silence are an end.
final class RawSocket {
    private let descriptor: Int32

    init(port: UInt16) throws {
        #if os(Linux)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw Program.Failure(description: "connect: \(errno)")
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// One whose request is under way: the server waits for its content, the two bytes `ok`.
    static func underWay(port: UInt16) throws -> RawSocket {
        let socket = try RawSocket(port: port)
        socket.send("POST /api/v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        guard socket.head() == "HTTP/1.1 100 Continue\r\n\r\n" else {
            throw Program.Failure(description: "the content is not awaited")
        }
        return socket
    }

    /// Sends all of it, or as much as a peer that is gone lets it.
    func send(_ text: String) {
        #if os(Linux)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits, without reading, until the server has reset the connection. Answers false when that takes too long.
    func isReset() -> Bool {
        var watched = pollfd(fd: descriptor, events: 0, revents: 0)
        return poll(&watched, 1, 20_000) == 1 && watched.revents & Int16(POLLERR) != 0
    }

    /// Closes so that the server gets a reset, and not an end.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Foundation.linger>.size))
    }

    /// Sends no more; what the server sends still comes.
    func finishSending() {
        #if os(Linux)
            shutdown(descriptor, Int32(SHUT_WR))
        #else
            shutdown(descriptor, SHUT_WR)
        #endif
    }

    /// What comes up to and with the end of a head.
    func head() -> String {
        var received: [UInt8] = []
        while !received.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            var byte: UInt8 = 0
            guard recv(descriptor, &byte, 1, 0) == 1 else { break }
            received.append(byte)
        }
        return String(decoding: received, as: UTF8.self)
    }

    /// Everything until the server closes; nil where it resets the connection or does not close.
    func rest() -> [UInt8]? {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0 { return nil }
            if count == 0 { return received }
            received += buffer.prefix(count)
        }
    }

    /// The one answer before the server closes.
    func lastAnswer() -> Answer? {
        guard let bytes = rest() else { return nil }
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }) else { return nil }
        return Answer(head: Array(bytes[..<end]), body: Array(bytes[(end + 4)...]))
    }
}
