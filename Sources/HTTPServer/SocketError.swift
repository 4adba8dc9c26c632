internal import Foundation

/// Why a server could not start. The description is one line for a person.
package enum SocketError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host is no address and no name that resolves; the reason is the resolver's.
    case unresolved(host: String, reason: String)
    /// Something listens there already.
    case addressInUse(String)
    /// The address is none of this machine's.
    case addressNotAvailable(String)
    /// The port is one that only a privileged process may have.
    case permissionDenied(String)
    /// A descriptor that was handed over is no stream socket that listens.
    case notListening(descriptor: Int32)
    /// Listening there failed for another reason.
    case cannotListen(String, errno: Int32)
    /// Any other call that failed.
    case system(call: String, errno: Int32)
    /// A server starts once.
    case alreadyStarted

    /// What happened and where.
    package var description: String {
        switch self {
        case .unresolved(let host, let reason): "cannot resolve \(host): \(reason)"
        case .addressInUse(let address): "\(address) is already in use"
        case .addressNotAvailable(let address): "\(address) is not an address of this machine"
        case .permissionDenied(let address): "no permission to listen on \(address)"
        case .cannotListen(let address, ENAMETOOLONG):
            "cannot listen on \(address): the path of a socket has \(UnixAddress.longestPath) bytes at most"
        case .cannotListen(let address, let errno):
            "cannot listen on \(address): \(String(cString: strerror(errno)))"
        case .notListening(let descriptor): "descriptor \(descriptor) is not a listening stream socket"
        case .system(let call, let errno): "\(call) failed: \(String(cString: strerror(errno)))"
        case .alreadyStarted: "the server has been started before"
        }
    }

    /// The error of binding to or listening on an address or a path.
    static func listening(at place: String, errno: Int32) -> SocketError {
        switch errno {
        case EADDRINUSE: .addressInUse(place)
        case EADDRNOTAVAIL, EAFNOSUPPORT: .addressNotAvailable(place)
        case EACCES, EPERM: .permissionDenied(place)
        default: .cannotListen(place, errno: errno)
        }
    }
}
