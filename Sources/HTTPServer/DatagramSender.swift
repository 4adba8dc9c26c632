internal import Foundation

/// Sends datagrams to a Unix-domain address. It opens its socket in advance, because later there may be no descriptor
/// left.
package final class DatagramSender: Sendable {
    private let address: UnixAddress
    private let descriptor: Int32

    /// Opens the socket; nil if there is no descriptor left.
    package init?(to address: UnixAddress) {
        let (made, _) = System.retrying { socket(AF_UNIX, System.datagramSocket, 0) }
        guard made >= 0 else { return nil }
        System.prepare(made)
        var limit = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        self.address = address
        descriptor = made
    }

    deinit {
        close(descriptor)
    }

    /// Sends a datagram. Waits at most a second for room, and does not say whether anybody received it.
    package func send(_ text: String) {
        _ = address.withPointer { address, length in
            System.retrying { sendto(descriptor, text, text.utf8.count, System.sendFlags, address, length) }
        }
    }
}
