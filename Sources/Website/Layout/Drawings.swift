import API
import Archive
import Synchronization
import Wording

/// Pictures as they stand in pages. They are the same for every host, and take longer than the rest of a page.
final class Drawings: Sendable {
    /// Of a page's picture: which data it shows, on which page, and in which language.
    private struct Key: Hashable {
        let data, page: String
        let language: Language
    }

    /// Bytes of memory.
    private static let capacity = 1 << 20

    private let kept = Mutex(BoundedCache<Key, String>(capacity: Drawings.capacity))

    /// Returns the picture of a page, drawn once as long as there is room for it; nil where `draw` gives none.
    func drawing(
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
