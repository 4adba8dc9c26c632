import Raster
import Synchronization

/// Converted pictures by their SVG. Conversion takes long enough to make it worth sharing them among all responders.
final class PictureCache: PictureStore {
    /// The memory limit in bytes.
    private static let capacity = 6 << 20

    private let kept = Mutex(BoundedCache<ByteKey, [UInt8]>(capacity: PictureCache.capacity))

    /// Returns the PNG of a picture; nil if it is not cached.
    func png(of svg: [UInt8]) -> [UInt8]? {
        kept.withLock { kept in kept.find(ByteKey(bytes: svg)).flatMap { kept.value(at: $0) } }
    }

    func keep(_ png: [UInt8], of svg: [UInt8]) {
        let (key, png) = (ByteKey(bytes: svg).exact, png.withUnsafeBufferPointer(Array.init))
        kept.withLock { kept in _ = kept.keep(png, for: key, size: Allocation.size(key.bytes) + Allocation.size(png)) }
    }
}
