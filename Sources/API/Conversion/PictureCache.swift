import Synchronization

/// Pictures that were converted, by their SVG: that takes long enough for all responders to share them.
final class PictureCache: Sendable {
    /// Bytes of memory.
    private static let capacity = 6 << 20

    private let kept = Mutex(BoundedCache<ByteKey, [UInt8]>(capacity: PictureCache.capacity))

    /// nil where it is not there.
    func png(of svg: [UInt8]) -> [UInt8]? {
        kept.withLock { kept in kept.find(ByteKey(bytes: svg)).flatMap { kept.value(at: $0) } }
    }

    func keep(_ png: [UInt8], of svg: [UInt8]) {
        let (key, png) = (ByteKey(bytes: svg).exact, png.withUnsafeBufferPointer(Array.init))
        kept.withLock { kept in _ = kept.keep(png, for: key, size: Allocation.size(key.bytes) + Allocation.size(png)) }
    }
}
