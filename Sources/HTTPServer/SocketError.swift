internal import Foundation

/// Why a server could not start. The description is one line for people.
package enum SocketError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host is neither an address nor a name that resolves; the reason is the resolver's.
    case unresolved(host: String, reason: String)
    /// Something is already listening there.
    case addressInUse(String)
    /// The machine does not have this address.
    case addressNotAvailable(String)
    /// Only a privileged process may use this port.
    case permissionDenied(String)
    /// An inherited descriptor is not a listening stream socket.
    case notListening(descriptor: Int32)
    /// Listening there failed for another reason.
    case cannotListen(String, errno: Int32)
    /// Any other call failed.
    case system(call: String, errno: Int32)
    /// The server was started before; it starts only once.
    case alreadyStarted

    /// One line for people: what happened and where.
    package var description: String {
        switch self {
        case .unresolved(let host, let reason): "cannot resolve \(host): \(reason)"
        case .addressInUse(let address): "\(address) is already in use"
        case .addressNotAvailable(let address): "\(address) is not an address of this machine"
        case .permissionDenied(let address): "no permission to listen on \(address)"
        case .cannotListen(let address, ENAMETOOLONG):
            "cannot listen on \(address): a socket's path is limited to \(UnixAddress.longestPath) bytes"
        case .cannotListen(let address, let errno):
            "cannot listen on \(address): \(String(cString: strerror(errno)))"
        case .notListening(let descriptor): "descriptor \(descriptor) is not a listening stream socket"
        case .system(let call, let errno): "\(call) failed: \(String(cString: strerror(errno)))"
        case .alreadyStarted: "the server has already been started"
        }
    }

    /// Returns the error for a failure to bind to, or listen on, an address or a path.
    static func listening(at place: String, errno: Int32) -> SocketError {
        switch errno {
        case EADDRINUSE: .addressInUse(place)
        case EADDRNOTAVAIL, EAFNOSUPPORT: .addressNotAvailable(place)
        case EACCES, EPERM: .permissionDenied(place)
        default: .cannotListen(place, errno: errno)
        }
    }
}
