/// Bytes used as a key.
package struct ByteKey: Hashable {
    package var bytes: [UInt8]

    /// Creates a key of these bytes.
    package init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// The same key without spare capacity.
    package var exact: ByteKey { ByteKey(bytes: bytes.withUnsafeBufferPointer(Array.init)) }

    // All at once: an array would hash its elements one by one.
    package func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
