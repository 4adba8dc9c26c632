import Foundation
package import Foundations

/// The folder to which an export is written.
package struct ExportFolder {
    private let path: String
    /// The folders known to exist.
    private var folders: Set<Substring> = []

    /// Creates the folder if it does not exist.
    package init(_ path: String) throws(FileError) {
        self.path = path
        try makeFolders(to: path[...])
    }

    /// Writes a file, replacing any that is there; `name` may contain slashes. The error names the path that could not
    /// be created or written.
    package mutating func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        let file = "\(path)/\(name)"
        if let slash = file.lastIndex(of: "/"), folders.insert(file[..<slash]).inserted {
            try makeFolders(to: file[..<slash])
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(path: file, errno: errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let error = FileError(path: file, errno: errno)
                close(descriptor)
                throw error
            }
        }
        // Some file systems report a lack of space only when the file is closed.
        guard close(descriptor) == 0 || errno == EINTR else { throw FileError(path: file, errno: errno) }
    }

    /// Creates a folder and its parents. The error names the one that failed.
    private func makeFolders(to folder: Substring) throws(FileError) {
        let place = String(folder)
        if place.isEmpty || mkdir(place, 0o777) == 0 { return }
        var failure = errno
        if failure == ENOENT || failure == ENOTDIR, let slash = folder.lastIndex(of: "/") {
            try makeFolders(to: folder[..<slash])
            if mkdir(place, 0o777) == 0 { return }
            failure = errno
        }
        // The error for an existing folder depends on where it is.
        var status = stat()
        if stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        throw FileError(path: place, errno: failure == EEXIST ? ENOTDIR : failure)
    }
}
