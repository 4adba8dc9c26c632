internal import Foundation

/// The file of a Unix-domain socket that this process listens on.
struct UnixSocketFile: Sendable {
    /// Its owner and group may connect.
    private static let mode: mode_t = 0o660

    private let path: String
    private let identity: Identity

    /// The identity of a file, whatever its name.
    private struct Identity: Equatable {
        let device: dev_t
        let inode: ino_t
    }

    /// Binds a socket to a path and listens. Replaces a socket file on which nobody listens, left behind by a process
    /// that ended abnormally; anything else at the path is an error.
    static func listen(
        at path: String, backlog: Int32
    ) throws(SocketError) -> (socket: ListeningSocket, file: UnixSocketFile) {
        guard let address = UnixAddress(path: path) else {
            throw .listening(at: path, errno: ENAMETOOLONG)
        }
        let made = try System.require("socket") { socket(AF_UNIX, System.streamSocket, 0) }
        let listening = ListeningSocket(Socket(owning: made))
        System.prepare(made)
        var (status, errno) = address.withPointer { address, length in System.retrying { bind(made, address, length) } }
        if status < 0, errno == EADDRINUSE, isStale(path, address) {
            unlink(path)
            (status, errno) = address.withPointer { address, length in System.retrying { bind(made, address, length) } }
        }
        guard status == 0, let (identity, _) = look(path) else {
            throw .listening(at: path, errno: errno)
        }
        let file = UnixSocketFile(path: path, identity: identity)
        // Nobody can connect before the socket listens.
        chmod(path, mode)
        (status, errno) = System.retrying { Foundation.listen(made, backlog) }
        guard status == 0 else {
            file.remove()
            throw .listening(at: path, errno: errno)
        }
        return (listening, file)
    }

    /// Removes the file, unless another has taken its place.
    func remove() {
        if UnixSocketFile.look(path)?.identity == identity { unlink(path) }
    }

    private static func isStale(_ path: String, _ address: UnixAddress) -> Bool {
        guard let (_, isSocket) = look(path), isSocket else { return false }
        guard let descriptor = address.connected() else { return errno == ECONNREFUSED }
        close(descriptor)
        return false
    }

    private static func look(_ path: String) -> (identity: Identity, isSocket: Bool)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return (Identity(device: status.st_dev, inode: status.st_ino), status.st_mode & S_IFMT == S_IFSOCK)
    }
}
