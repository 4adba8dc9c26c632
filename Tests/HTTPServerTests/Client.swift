internal import Foundation

/// A blocking client over loopback. What it waits for comes, or the test fails: twenty seconds of silence are an end.
final class Client {
    /// A response as received.
    struct Answer: Equatable {
        let status: Int
        let head: String
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    private let descriptor: Int32
    private var received: [UInt8] = []
    private var isOpen = true

    /// Connects to a port of 127.0.0.1. A small buffer makes a slow reader.
    init(port: UInt16, receiveBuffer: Int32? = nil) throws {
        #if os(Linux)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
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
            close()
            throw Failure(what: "connect: \(errno)")
        }
    }

    deinit { close() }

    struct Failure: Error { let what: String }

    func close() {
        if isOpen { _ = Foundation.close(descriptor) }
        isOpen = false
    }

    /// Closes with RST instead of FIN.
    func reset() {
        var off = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &off, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    func finishSending() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Sends everything, or as much as a peer that is gone lets it.
    func send(_ text: String) {
        send(Array(text.utf8)[...])
    }

    func send(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !rest.isEmpty {
            #if os(Linux)
                let flags = Int32(MSG_NOSIGNAL)
            #else
                let flags: Int32 = 0
            #endif
            let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The next response; content only where the request was not HEAD.
    func answer(hasContent: Bool = true) throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        var scanned = 0
        while true {
            if received.count >= 4 {
                for index in scanned..<received.count - 3 where Array(received[index..<index + 4]) == end {
                    return try answer(headEnd: index + 4, hasContent: hasContent)
                }
                scanned = received.count - 3
            }
            guard receiveSome() else { throw Failure(what: "no head: \(String(decoding: received, as: UTF8.self))") }
        }
    }

    private func answer(headEnd: Int, hasContent: Bool) throws -> Answer {
        let head = String(decoding: received[..<headEnd], as: UTF8.self)
        guard let status = Int(head.dropFirst(9).prefix(3)) else { throw Failure(what: "bad status line: \(head)") }
        if hasContent, head.contains("\r\ntransfer-encoding: chunked\r\n") {
            received.removeSubrange(..<headEnd)
            return Answer(status: status, head: head, body: try chunks())
        }
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
            .flatMap { Int($0.dropFirst(16)) }
        let count = hasContent && status >= 200 && status != 304 ? length ?? 0 : 0
        while received.count < headEnd + count {
            guard receiveSome() else { throw Failure(what: "\(received.count - headEnd) bytes of \(count)") }
        }
        let body = Array(received[headEnd..<headEnd + count])
        received.removeSubrange(..<(headEnd + count))
        return Answer(status: status, head: head, body: body)
    }

    /// Content in chunks, without trailers (RFC 9112 section 7.1).
    private func chunks() throws -> [UInt8] {
        var content: [UInt8] = []
        while true {
            guard let line = received.firstIndex(of: 0x0A) else {
                guard receiveSome() else { throw Failure(what: "no size of a chunk") }
                continue
            }
            let size = String(decoding: received[..<line], as: UTF8.self).replacing("\r", with: "")
            guard let count = Int(size, radix: 16) else { throw Failure(what: "a chunk of \(size) bytes") }
            while received.count < line + 1 + count + 2 {
                guard receiveSome() else { throw Failure(what: "an end within a chunk") }
            }
            content += received[(line + 1)..<(line + 1 + count)]
            guard received[line + 1 + count] == 0x0D else { throw Failure(what: "no end of a chunk") }
            received.removeSubrange(..<(line + 1 + count + 2))
            if count == 0 { return content }
        }
    }

    /// Everything until the other end closes.
    func rest() -> [UInt8] {
        while receiveSome() {}
        return received
    }

    /// Reads at most `count` bytes once and keeps them for the next answer.
    @discardableResult
    func receiveSome(_ count: Int = 65_536) -> Bool {
        var buffer = [UInt8](repeating: 0, count: count)
        let got = recv(descriptor, &buffer, count, 0)
        guard got > 0 else { return false }
        received.append(contentsOf: buffer.prefix(got))
        return true
    }

    /// Everything until the server closes. Nil where it did not close in order but by RST, or not in time.
    func rest() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = recv(descriptor, &buffer, buffer.count, 0)
            if got < 0 { return nil }
            if got == 0 { return received }
            received.append(contentsOf: buffer.prefix(got))
        }
    }

    /// Whether the connection is over, in order or by RST; what comes before is dropped.
    func isEnded() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = recv(descriptor, &buffer, buffer.count, 0)
            if got == 0 { return true }
            if got < 0 { return errno != EAGAIN }
        }
    }
}
