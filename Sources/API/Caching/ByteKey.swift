/// Bytes that something is kept by.
struct ByteKey: Hashable {
    var bytes: [UInt8] = []

    /// The same in no more memory than it needs.
    var exact: ByteKey { ByteKey(bytes: bytes.withUnsafeBufferPointer(Array.init)) }

    // All at once: an array hashes its elements one by one.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
