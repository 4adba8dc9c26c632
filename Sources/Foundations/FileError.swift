#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// Why a file or a folder cannot be read or written. The description is one line for a person, and begins with the path.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    /// As the system has it.
    package let code: Int32

    package init(path: String, errno: Int32) {
        self.path = path
        code = errno
    }

    /// Of reading a file, or of what stands in a folder; nil where nothing hinders it.
    package init?(reading path: String, isFolder: Bool = false) {
        // A pipe without a writer must not keep us.
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

    /// Without the path.
    package var reason: String {
        switch code {
        case ENOENT: "there is no such file or folder"
        case ENOTDIR: "not a folder, or below a file"
        case EISDIR: "a folder, not a file"
        case EACCES, EPERM: "no permission"
        case ENOSPC, EDQUOT: "no space left"
        case EFBIG: "larger than a file may be"
        case EROFS: "on a file system that cannot be written to"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "too many symbolic links"
        case EMFILE, ENFILE: "too many files are open"
        default: String(cString: strerror(code))
        }
    }
}
