#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Why a file or folder cannot be read or written. The description is one line for people, and starts with the path.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    /// The `errno` of the system.
    package let code: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        code = errno
    }

    /// Returns what prevents reading a file or listing a folder; nil if nothing does.
    package init?(reading path: String, isFolder: Bool = false) {
        // Opening a pipe that has no writer must not block.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (isFolder ? O_DIRECTORY : 0))
        guard descriptor >= 0 else {
            self.init(path: path, errno: errno)
            return
        }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        guard !isFolder, read(descriptor, &byte, 1) < 0 else { return nil }
        self.init(path: path, errno: errno)
    }

    package var description: String { "\(path): \(reason)" }

    /// The description without the path.
    package var reason: String {
        switch code {
        case ENOENT: "no such file or folder"
        case ENOTDIR: "not a folder, or inside a file"
        case EISDIR: "a folder, not a file"
        case EACCES, EPERM: "permission denied"
        case ENOSPC, EDQUOT: "no space left"
        case EFBIG: "the file would be too large"
        case EROFS: "the file system is read-only"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "too many symbolic links"
        case EMFILE, ENFILE: "too many files are open"
        default: String(cString: strerror(code))
        }
    }
}
