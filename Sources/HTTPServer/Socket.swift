internal import Foundation

/// A non-blocking stream socket that closes itself.
struct Socket: ~Copyable {
    /// The outcome of a read or a write.
    enum Transfer {
        /// This many bytes were transferred, at least one.
        case bytes(Int)
        /// The peer will send no more.
        case end
        case wouldBlock
        /// The connection is lost, no matter by which error.
        case failed
    }

    /// The outcome of an accept.
    enum Acceptance: ~Copyable {
        case connection(Socket, SocketAddress)
        /// Nobody is waiting, or whoever was has left.
        case none
        /// The process or the system has no descriptor or memory left.
        case exhausted
    }

    let descriptor: Int32

    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Creates a socket that listens on `address`. With `sharesPort`, others of the same user may listen there too,
    /// which also hides that the port is busy: see ``probe(_:)``.
    static func listening(
        on address: SocketAddress, backlog: Int32, sharesPort: Bool
    ) throws(SocketError) -> Socket {
        let socket = try bound(to: address, sharesPort: sharesPort)
        let (result, errno) = System.retrying { listen(socket.descriptor, backlog) }
        if result < 0 { throw .listening(at: address.description, errno: errno) }
        return socket
    }

    /// Throws if anyone listens on `address`, even someone who shares it.
    static func probe(_ address: SocketAddress) throws(SocketError) {
        _ = try bound(to: address, sharesPort: false)
    }

    private static func bound(to address: SocketAddress, sharesPort: Bool) throws(SocketError) -> Socket {
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let (made, errno) = System.retrying { socket(family, System.streamSocket, 0) }
        if made < 0 { throw .listening(at: address.description, errno: errno) }
        let result = Socket(owning: made)
        System.prepare(made)
        result.turnOn(SO_REUSEADDR, at: SOL_SOCKET)
        if sharesPort { result.turnOn(SO_REUSEPORT, at: SOL_SOCKET) }
        result.turnOn(TCP_NODELAY, at: System.tcp)
        let (status, bindErrno) = System.retrying { address.withPointer { bind(made, $0, $1) } }
        if status < 0 { throw .listening(at: address.description, errno: bindErrno) }
        return result
    }

    /// Takes over a descriptor from another process, which must be a listening stream socket, and makes it non-blocking
    /// and close-on-exec. If this throws, the descriptor still belongs to the caller.
    static func adopting(_ descriptor: Int32) throws(SocketError) -> Socket {
        guard option(SO_ACCEPTCONN, of: descriptor) == 1, option(SO_TYPE, of: descriptor) == System.streamHint else {
            throw .notListening(descriptor: descriptor)
        }
        try System.require("fcntl") { fcntl(descriptor, F_SETFL, O_NONBLOCK) }
        try System.require("fcntl") { fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        System.prepare(descriptor)
        let socket = Socket(owning: descriptor)
        socket.turnOn(TCP_NODELAY, at: System.tcp)
        return socket
    }

    /// Returns the same socket under another descriptor.
    func duplicate() throws(SocketError) -> Socket {
        Socket(owning: try System.require("fcntl") { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) })
    }

    /// Returns the address that the socket is bound to, with the port that the kernel chose.
    func localAddress() throws(SocketError) -> SocketAddress {
        var storage = sockaddr_storage()
        let (result, errno) = Socket.withAddress(&storage) { address, length in
            System.retrying { getsockname(descriptor, address, length) }
        }
        guard result == 0, let address = SocketAddress(storage) else {
            throw .system(call: "getsockname", errno: errno)
        }
        return address
    }

    /// Accepts one connection from a listener. It inherits TCP_NODELAY from the listener, which saves a call per
    /// connection, so that its small writes are sent immediately.
    func accept() -> Acceptance {
        var storage = sockaddr_storage()
        let (accepted, errno) = Socket.withAddress(&storage) { System.accept(descriptor, $0, $1) }
        guard accepted >= 0 else {
            let isExhausted = [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno)
            return isExhausted ? .exhausted : .none
        }
        let socket = Socket(owning: accepted)
        guard let peer = SocketAddress(storage) else { return .none }
        return .connection(socket, peer)
    }

    /// Reads at most `buffer.count` bytes into the start of `buffer`.
    func receive(into buffer: inout [UInt8]) -> Transfer {
        let (count, errno) = buffer.withUnsafeMutableBytes { room in
            System.retrying { recv(descriptor, room.baseAddress, room.count, 0) }
        }
        if count > 0 { return .bytes(count) }
        if count == 0 { return .end }
        return errno == EAGAIN || errno == EWOULDBLOCK ? .wouldBlock : .failed
    }

    /// Sends the buffers in order in one call. The pointers must stay valid during the call, and there must be at least
    /// one byte.
    func send(_ buffers: UnsafeMutableBufferPointer<iovec>) -> Transfer {
        var message = msghdr()
        message.msg_iov = buffers.baseAddress
        message.msg_iovlen = numericCast(buffers.count)
        return Socket.transfer { sendmsg(descriptor, &message, System.sendFlags) }
    }

    /// Sends one buffer, which must contain at least one byte.
    func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
        Socket.transfer { Foundation.send(descriptor, bytes.baseAddress, bytes.count, System.sendFlags) }
    }

    /// Tells the peer that nothing more will come. What the peer sends can still be read.
    func shutdownWriting() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Makes closing discard what the peer has not yet taken, and reset the connection.
    func resetOnClose() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    private static func transfer(_ call: () -> Int) -> Transfer {
        let (count, errno) = System.retrying(call)
        if count >= 0 { return .bytes(count) }
        return errno == EAGAIN || errno == EWOULDBLOCK ? .wouldBlock : .failed
    }

    /// Returns an integer option of `SOL_SOCKET` or another level; nil if it cannot be read.
    static func option(_ option: Int32, of descriptor: Int32, at level: Int32 = SOL_SOCKET) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, level, option, &value, &length) == 0 ? value : nil
    }

    private func turnOn(_ option: Int32, at level: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func withAddress<Result>(
        _ storage: inout sockaddr_storage,
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        // sockaddr_storage is designed to be passed as any sockaddr; the length says how large it is.
        return withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
        }
    }
}
