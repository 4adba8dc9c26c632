#if os(Linux)
    internal import CEpoll
#endif
internal import Foundation

/// Passes new connections on to the server that was started to take over the port.
///
/// Closing a listener resets the connections that the kernel has assigned to it but that have not been accepted: during
/// a handover there must be none.
struct PortHandover: Sendable {
    /// The time in milliseconds for handshakes that have already begun to end: a round trip or two.
    static let handshake = 500

    /// One descriptor for each group of sockets that share a port.
    private let descriptors: [Int32]
    /// The number of sockets in each group that belong to this server.
    private let share: Int

    /// Prepares the handover of the sockets of all loops. Must not outlive them.
    init(_ sockets: ListeningSockets) {
        descriptors = (sockets.byLoop.first ?? []).map { $0.socket.descriptor }
        share = sockets.byLoop.count
    }

    /// Makes the kernel give every new connection to the first socket that is not ours. The kernel numbers the sockets
    /// of a port from 0 in the order in which they began to listen, so that ours come first. If there is no other, the
    /// number is out of range, and the kernel goes on as before. That is also what happens once ours are closed, since
    /// the others move up; only a successor with more loops than we had gets all connections on one of them until its
    /// own handover.
    func begin() {
        #if os(Linux)
            var instruction = sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: UInt32(clamping: share))
            withUnsafeMutablePointer(to: &instruction) { pointer in
                // The kernel copies the program, which is one instruction long, during the call.
                var program = sock_fprog(len: 1, filter: pointer)
                for descriptor in descriptors {
                    setsockopt(
                        descriptor, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &program,
                        socklen_t(MemoryLayout<sock_fprog>.size))
                }
            }
        #endif
    }
}
