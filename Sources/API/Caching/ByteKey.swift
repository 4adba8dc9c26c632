/// Bytes used as a key.
struct ByteKey: Hashable {
    var bytes: [UInt8] = []

    /// The same key without spare capacity.
    var exact: ByteKey { ByteKey(bytes: bytes.withUnsafeBufferPointer(Array.init)) }

    // All at once: an array would hash its elements one by one.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
