#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// A fingerprint of a file's content that is taken without reading it.
///
/// Symbolic links are followed, so a link to another file has another fingerprint. Restoring size and modification time
/// does not hide a change.
package struct FileStatus: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    /// The length in bytes.
    package let size: Int64
    /// The time of the last change to the content or the inode (ctime), which nobody can set.
    private let seconds: Int
    private let nanoseconds: Int

    /// Takes the status of a file; nil if it does not exist.
    package init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        // The types of these integers differ between systems.
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            let change = status.st_ctimespec
        #else
            let change = status.st_ctim
        #endif
        (seconds, nanoseconds) = (change.tv_sec, change.tv_nsec)
    }

    /// Returns the time of the last change to what a path leads to, in seconds since 1970; nil if nothing is there.
    ///
    /// A change to a symbolic link on the way counts too: a link that leads elsewhere is a change even if it leads to
    /// an older file.
    package static func lastChange(of path: String) -> Int? {
        // As many links as the kernel follows.
        var links = 40
        return lastChange(of: path, links: &links)
    }

    private static func lastChange(of path: String, links: inout Int) -> Int? {
        var place = path.hasPrefix("/") ? "" : "."
        var last = 0
        let parts = path.split(separator: "/")
        for (index, part) in parts.enumerated() {
            let folder = place
            place += "/\(part)"
            var status = stat()
            guard lstat(place, &status) == 0 else { return nil }
            let isLink = status.st_mode & S_IFMT == S_IFLNK
            if isLink || index == parts.count - 1 { last = max(last, FileStatus(status).seconds) }
            guard isLink else { continue }
            links -= 1
            guard links > 0, let target = target(of: place),
                let change = lastChange(of: target.hasPrefix("/") ? target : "\(folder)/\(target)", links: &links)
            else { return nil }
            last = max(last, change)
        }
        return last
    }

    private static func target(of link: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
}
