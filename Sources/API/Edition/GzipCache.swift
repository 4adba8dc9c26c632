import Archive
import HTTPCore
import Synchronization

/// Bodies that were compressed, by the digest of their content. It holds a bounded number of octets: when it is full it
/// is emptied, which costs no more than compressing again what is asked for again.
final class GzipCache: Sendable {
    private static let capacity = 16 << 20

    private struct Kept {
        var bodies: [UInt64: Body] = [:]
        var octets = 0
    }

    private let kept = Mutex(Kept())

    /// The body compressed; nil where that cannot be done. `digest` stands for its content.
    func compressed(_ body: Body, digest: UInt64) -> Body? {
        if let body = kept.withLock({ $0.bodies[digest] }) { return body }
        guard let bytes = Gzip.compress(body.chunks) else { return nil }
        let compressed = Body(bytes)
        kept.withLock { kept in
            if kept.octets + bytes.count > GzipCache.capacity { kept = Kept() }
            guard bytes.count <= GzipCache.capacity, kept.bodies[digest] == nil else { return }
            kept.bodies[digest] = compressed
            kept.octets += bytes.count
        }
        return compressed
    }
}
