package import Archive
import Foundations
import Synchronization
package import Wording

/// The pictures in pages. They are the same for all hosts, and take longer to make than the rest of a page.
package final class Drawings: Sendable {
    /// The key of a page's picture: the data, the page and the language.
    private struct Key: Hashable {
        let data, page: String
        let language: Language
    }

    /// The memory limit in bytes.
    private static let capacity = 1 << 20

    private let kept = Mutex(BoundedCache<Key, String>(capacity: Drawings.capacity))

    package init() {}

    /// Returns the picture of a page, drawn only once if there is room for it; nil if `draw` returns nil.
    package func drawing(
        on page: String, in language: Language, of snapshot: Snapshot, _ draw: () -> String?
    ) -> String? {
        let key = Key(data: snapshot.digest, page: page, language: language)
        let known = kept.withLock { kept in kept.find(key).flatMap { kept.value(at: $0) } }
        if let known { return known }
        guard let drawing = draw() else { return nil }
        let size = [key.data, key.page, drawing].reduce(0) { $0 + Allocation.size(ofBytes: $1.utf8.count + 32) }
        kept.withLock { kept in _ = kept.keep(drawing, for: key, size: size) }
        return drawing
    }
}
