internal import CZlib

/// The gzip coding (RFC 1952), by the system's zlib. The header has no time, so that the same bytes always give the
/// same result.
enum Gzip {
    /// The size in bytes from which compression is worth a second representation; below it, the saving does not reduce
    /// the number of packets.
    static let leastCount = 1_024

    private static let level: Int32 = 6

    /// Compresses the chunks as a single gzip member; nil if zlib runs out of memory, and for more than 2 GiB.
    static func compress(_ chunks: [[UInt8]]) -> [UInt8]? {
        let count = chunks.reduce(0) { $0 + $1.count }
        guard count < Int32.max else { return nil }
        var stream = z_stream()
        guard czlib_deflate_init_gzip(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        // `deflateBound` guarantees that everything fits, so no call ends for lack of room.
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(count))))
        let capacity = output.count
        let isComplete = output.withUnsafeMutableBufferPointer { room in
            stream.next_out = room.baseAddress
            stream.avail_out = uInt(clamping: capacity)
            for chunk in chunks {
                // zlib reads through this pointer without writing, and does not keep it beyond the call.
                let isTaken = chunk.withUnsafeBufferPointer { bytes in
                    stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                    stream.avail_in = uInt(bytes.count)
                    return deflate(&stream, Z_NO_FLUSH) == Z_OK || bytes.isEmpty
                }
                guard isTaken else { return false }
            }
            return deflate(&stream, Z_FINISH) == Z_STREAM_END
        }
        guard isComplete else { return nil }
        // The copy has no spare capacity.
        return Array(output[..<(output.count - Int(stream.avail_out))])
    }
}
