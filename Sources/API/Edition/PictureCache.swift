import Synchronization

/// Pictures that were converted, by their SVG. It holds a bounded number of bytes: when it is full it is emptied.
final class PictureCache: Sendable {
    private static let capacity = 32 << 20

    private struct Kept {
        var pictures: [[UInt8]: [UInt8]] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// nil where it is not there.
    func png(of svg: [UInt8]) -> [UInt8]? { kept.withLock { $0.pictures[svg] } }

    func keep(_ png: [UInt8], of svg: [UInt8]) {
        kept.withLock { kept in
            let size = svg.count + png.count
            if kept.bytes + size > PictureCache.capacity { kept = Kept() }
            if kept.pictures.updateValue(png, forKey: svg) == nil { kept.bytes += size }
        }
    }
}
