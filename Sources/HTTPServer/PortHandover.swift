#if os(Linux)
    internal import CEpoll
#endif
internal import Foundation

/// Passes new connections on to the server that was started to take over the port. Who closes a listener resets the
/// connections that the kernel has given it and that were not accepted yet: in a handover there must be none.
struct PortHandover: Sendable {
    /// Milliseconds in which handshakes end that began before: a round trip or two.
    static let handshake = 500

    /// Each of another group of sockets that share a port.
    private let descriptors: [Int32]
    /// How many sockets of each group are ours.
    private let share: Int

    /// For the sockets of all loops; must not outlive them.
    init(_ sockets: ListeningSockets) {
        descriptors = (sockets.byLoop.first ?? []).map { $0.socket.descriptor }
        share = sockets.byLoop.count
    }

    /// Has the kernel give every new connection to the first socket that is not ours. It numbers those of a port from 0
    /// in the order in which they began to listen, so that ours come first; where there is no other the number is
    /// beyond the last, and the kernel goes on as before. That is also so when ours are closed, for the others move up;
    /// only a successor with more loops than we had takes its connections with one of them until its own handover.
    func begin() {
        #if os(Linux)
            var instruction = sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: UInt32(clamping: share))
            withUnsafeMutablePointer(to: &instruction) { pointer in
                // The kernel copies the program, one instruction long, during the call.
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
