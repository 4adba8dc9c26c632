import Synchronization

/// The words of all collections, and which of them was meant by one that no record has.
final class SearchVocabulary: Sendable {
    /// Where a word first stands.
    typealias Place = (word: String, collection: Int, position: Int)

    /// Words of all collections, with the place of each.
    private struct Words: Sendable {
        let spellings: Spellings
        let places: [Place]
    }

    /// More words than this are not compared with one. Where there are more, those with the same first letters are, and of
    /// those fewer, since they are gathered each time.
    private static let (most, mostGathered) = (20_000, 4_096)

    private let collections: [SearchCollection]
    private let all = Mutex<Words?>(nil)

    init(_ collections: [SearchCollection]) { self.collections = collections }

    /// The nearest word; nil where none is near.
    func nearest(to word: String) -> Place? {
        for length in 0...2 {
            guard let known = words(withBeginning: String(word.prefix(length))) else { continue }
            return known.spellings.place(nearestTo: word).map { known.places[$0] }
        }
        return nil
    }

    /// nil where they are too many.
    private func words(withBeginning beginning: String) -> Words? {
        guard beginning.isEmpty else { return gather(beginning, most: SearchVocabulary.mostGathered) }
        if let known = all.withLock({ $0 }) { return known }
        let known = gather("", most: SearchVocabulary.most)
        all.withLock { $0 = known }
        return known
    }

    private func gather(_ beginning: String, most: Int) -> Words? {
        var places: [Place] = []
        for (index, collection) in collections.enumerated() {
            guard let words = collection.words.words(withBeginning: beginning, most: most - places.count) else {
                return nil
            }
            places += words.map { ($0.word, index, $0.position) }
        }
        return Words(spellings: Spellings(places.map(\.word)), places: places)
    }
}
