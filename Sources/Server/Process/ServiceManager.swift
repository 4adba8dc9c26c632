import Foundation
import HTTPServer

/// A service manager such as systemd, which passes listening sockets (sd_listen_fds(3)) and is notified of the server's
/// state (sd_notify(3)).
package struct ServiceManager: Sendable {
    /// The states reported to the service manager.
    package enum State {
        case ready, reloading, stopping
    }

    /// The number of the first descriptor passed; the others follow it.
    private static let firstDescriptor: Int32 = 3
    private static let maxDescriptors: Int32 = 1_024

    /// The descriptors of listening sockets; empty if they are meant for another process.
    package let descriptors: [Int32]
    private let sender: DatagramSender?

    /// Reads `LISTEN_PID`, `LISTEN_FDS` and `NOTIFY_SOCKET`. Malformed values are ignored, as systemd's own functions
    /// do.
    package init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        let isMeant = environment["LISTEN_PID"].flatMap { Int32($0) } == getpid()
        let count = environment["LISTEN_FDS"].flatMap { Int32($0) } ?? 0
        descriptors =
            isMeant
            ? (0..<min(max(count, 0), ServiceManager.maxDescriptors)).map { ServiceManager.firstDescriptor + $0 } : []
        let name = environment["NOTIFY_SOCKET"] ?? ""
        let address: UnixAddress? =
            switch name.first {
            case "@": UnixAddress(abstractName: String(name.dropFirst()))
            case "/": UnixAddress(path: name)
            default: nil
            }
        sender = address.flatMap(DatagramSender.init)
    }

    /// Reports a state. Does nothing if nobody listens.
    package func tell(_ state: State) {
        switch state {
        case .ready: sender?.send("READY=1")
        case .reloading: sender?.send("RELOADING=1\nMONOTONIC_USEC=\(SystemClock().nanoseconds / 1_000)")
        case .stopping: sender?.send("STOPPING=1")
        }
    }
}
