#if os(Linux)
    internal import CEpoll
#endif
internal import Foundation

/// The differences between C libraries. Apart from the pollers and the wakeup pipe, no other file depends on the
/// platform.
enum System {
    #if os(Linux)
        /// The type of a stream socket, created non-blocking and close-on-exec in a single call.
        static let streamSocket = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        /// The flags for sending: a peer that is gone is an error of the call, never a signal.
        static let sendFlags = Int32(MSG_NOSIGNAL)
        static let streamHint = Int32(SOCK_STREAM.rawValue)
        static let datagramSocket = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        /// Whether the kernel balances connections among listeners that share a port.
        static let balancesListeners = true
    #else
        static let streamSocket = SOCK_STREAM
        static let sendFlags: Int32 = 0
        static let streamHint = SOCK_STREAM
        static let datagramSocket = SOCK_DGRAM
        static let balancesListeners = false
    #endif

    static let tcp = Int32(IPPROTO_TCP)

    /// Repeats a call for as long as signals interrupt it. Returns its result and, if that is negative, the errno.
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> (result: Result, errno: Int32) {
        while true {
            let result = call()
            if result >= 0 { return (result, 0) }
            if errno != EINTR { return (result, errno) }
        }
    }

    /// Repeats a call as ``retrying(_:)`` does, and throws if it fails.
    @discardableResult
    static func require<Result: SignedInteger>(
        _ name: StaticString, _ call: () -> Result
    ) throws(SocketError) -> Result {
        let (result, errno) = retrying(call)
        if result < 0 { throw .system(call: "\(name)", errno: errno) }
        return result
    }

    /// Accepts a connection without blocking, and stores the peer's address. The new socket is non-blocking and
    /// close-on-exec.
    static func accept(
        _ listener: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ length: UnsafeMutablePointer<socklen_t>
    ) -> (result: Int32, errno: Int32) {
        #if os(Linux)
            return retrying {
                accept4(listener, address, length, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
            }
        #else
            let accepted = retrying { Foundation.accept(listener, address, length) }
            if accepted.result >= 0 { prepare(accepted.result) }
            return accepted
        #endif
    }

    /// Sets what the C library cannot set when it creates a socket: non-blocking, close-on-exec, and no signal when the
    /// peer is gone.
    static func prepare(_ descriptor: Int32) {
        #if !os(Linux)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }
}
