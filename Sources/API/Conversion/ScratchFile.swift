import Foundation

/// A file without a name, used over and over.
final class ScratchFile: Sendable {
    /// Above those of the standard streams, so that a child's can be put in their place.
    let descriptor: Int32

    /// In the folder for temporary files; nil where there is no room for it.
    init?() {
        let path = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UInt64.random(in: 0 ... .max))")
            .path
        let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { return nil }
        unlink(path)
        guard opened <= STDERR_FILENO else {
            descriptor = opened
            return
        }
        defer { close(opened) }
        let moved = fcntl(opened, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        guard moved >= 0 else { return nil }
        descriptor = moved
    }

    deinit {
        close(descriptor)
    }

    /// Whether it holds these bytes and no others, and is to be read or written from its beginning.
    func replace(with bytes: [UInt8]) -> Bool {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return false }
        return bytes.withUnsafeBytes { bytes in
            isWhole(bytes.count) { done in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
                return pwrite(descriptor, rest.baseAddress, rest.count, off_t(done))
            }
        }
    }

    /// All of it; nil where that is more than `most` bytes or cannot be read.
    func contents(atMost most: Int) -> [UInt8]? {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0, size <= most else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let isRead = bytes.withUnsafeMutableBytes { room in
            isWhole(room.count) { done in
                let rest = UnsafeMutableRawBufferPointer(rebasing: room[done...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(done))
            }
        }
        return isRead ? bytes : nil
    }

    /// Whether `move` has moved so many bytes, each time some of those after the ones that are done.
    private func isWhole(_ count: Int, _ move: (_ done: Int) -> Int) -> Bool {
        var done = 0
        while done < count {
            let moved = move(done)
            guard moved > 0 || (moved < 0 && errno == EINTR) else { return false }
            done += max(moved, 0)
        }
        return true
    }
}
