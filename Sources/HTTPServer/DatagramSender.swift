internal import Foundation

/// Sends datagrams to a Unix-domain address. Its socket is open from the start: later there may be no descriptor left.
package final class DatagramSender: Sendable {
    private let address: UnixAddress
    private let descriptor: Int32

    /// Nil where there is no descriptor for it.
    package init?(to address: UnixAddress) {
        let (made, _) = System.retrying { socket(AF_UNIX, System.datagramSocket, 0) }
        guard made >= 0 else { return nil }
        System.prepare(made)
        self.address = address
        descriptor = made
    }

    deinit {
        close(descriptor)
    }

    /// Does not tell whether anybody takes it.
    package func send(_ text: String) {
        _ = address.withPointer { address, length in
            System.retrying { sendto(descriptor, text, text.utf8.count, System.sendFlags, address, length) }
        }
    }
}
