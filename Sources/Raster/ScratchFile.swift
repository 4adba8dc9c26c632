import Foundation

/// A reusable file without a name.
final class ScratchFile: Sendable {
    /// The descriptor, above those of the standard streams so that it can take their place in a child.
    let descriptor: Int32

    /// Creates the file in the folder for temporary files; nil if there is no room.
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

    /// Replaces the content by `bytes` and rewinds. Returns whether that succeeded.
    func replace(with bytes: [UInt8]) -> Bool {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return false }
        return bytes.withUnsafeBytes { bytes in
            isWhole(bytes.count) { done in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
                return pwrite(descriptor, rest.baseAddress, rest.count, off_t(done))
            }
        }
    }

    /// Returns the whole content; nil if it is longer than `most` bytes or cannot be read.
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

    /// Calls `move` until it has moved `count` bytes, passing the number already moved. Returns whether it succeeded.
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
