import Foundation
import HTTPServer

/// systemd, or whatever behaves like it: hands over listening sockets (sd_listen_fds(3)), and is told the state of the
/// server (sd_notify(3)).
package struct ServiceManager: Sendable {
    /// What a service manager is told.
    package enum State {
        case ready, reloading, stopping
    }

    /// The first descriptor that is handed over; the others follow it.
    private static let firstDescriptor: Int32 = 3
    private static let maxDescriptors: Int32 = 1_024

    /// The descriptors of listening sockets; none if they are meant for another process.
    package let descriptors: [Int32]
    private let sender: DatagramSender?

    /// Reads `LISTEN_PID`, `LISTEN_FDS` and `NOTIFY_SOCKET`. Ignores malformed ones, as systemd's own functions do.
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
