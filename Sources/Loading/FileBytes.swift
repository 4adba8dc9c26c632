import FoundationEssentials

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Reads whole files, each into memory of its own, so that a large file is never in memory twice.
enum FileBytes {
    /// The number of bytes requested at a time.
    private static let piece = 1 << 30

    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw CocoaError(errno == ENOENT ? .fileReadNoSuchFile : .fileReadUnknown) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw CocoaError(.fileReadUnknown)
        }
        var bytes: [UInt8] = []
        // One byte more than the reported size lets a single read reach the end; a file that grows in the meantime gets
        // more room.
        var room = max(0, Int(status.st_size)) + 1
        while true {
            let start = bytes.count
            let more = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = try fill(buffer, from: file)
            }
            if start == 0 { bytes = more } else { bytes += more }
            if more.count < room { return bytes }
            room = max(1 << 16, bytes.count)
        }
    }

    /// Reads until the buffer is full or the file ends. Returns the number of bytes read.
    private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32) throws -> Int {
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
            #if canImport(Darwin)
                let read = Darwin.read(file, rest.baseAddress, min(rest.count, piece))
            #else
                let read = Glibc.read(file, rest.baseAddress, min(rest.count, piece))
            #endif
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw CocoaError(.fileReadUnknown) }
            if read == 0 { break }
            count += read
        }
        return count
    }
}
