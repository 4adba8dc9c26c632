/// The records of a table that pass all filters of a query. They are counted without listing them, and listed only as
/// far as a page needs.
struct Selection: Sendable {
    /// The number of matching records.
    let count: Int
    /// The single list, if any: several are intersected when the selection is created.
    private let list: PostingList?
    private let overlaps: [Overlap]
    private let table: Int
    private let byHigh: PostingList?
    /// The number of matches before the first interval that starts inside the range; everything in the list (or the
    /// table) from there on matches and needs no check. nil if it is not known.
    private let stragglers: Int?

    init(_ matches: [Matches], table: Int) {
        var lists: [(list: PostingList, byHigh: PostingList?)] = []
        var overlaps: [Overlap] = []
        for matches in matches {
            switch matches {
            case .list(let list, let byHigh): lists.append((list, byHigh))
            case .overlap(let overlap): overlaps.append(overlap)
            }
        }
        lists.sort { $0.list.count < $1.list.count }
        let list = lists.dropFirst().reduce(lists.first?.list) { $0?.intersection($1.list) }
        byHigh = lists.count == 1 ? lists.first?.byHigh : nil
        self.list = list
        self.overlaps = overlaps
        self.table = table
        (count, stragglers) = Selection.count(list, byHigh, overlaps, table: table)
    }

    private static func count(
        _ list: PostingList?, _ byHigh: PostingList?, _ overlaps: [Overlap], table: Int
    ) -> (Int, stragglers: Int?) {
        guard let overlap = overlaps.first else { return (list?.count ?? table, 0) }
        guard overlaps.count == 1 else {
            return (search(list, overlaps, below: table).reduce(0) { count, _ in count + 1 }, nil)
        }
        guard let list else {
            return (overlap.count, overlap.ranks.isOrdered ? overlap.firstInside - overlap.highStart : nil)
        }
        guard overlap.ranks.isOrdered else {
            return (search(list, overlaps, below: table).reduce(0) { count, _ in count + 1 }, nil)
        }
        let outside = list.rank(below: overlap.firstInside)
        let inside = list.rank(below: overlap.lowLimit) - outside
        let stragglers =
            byHigh.map { outside - $0.rank(below: overlap.highStart) }
            ?? search(list, overlaps, below: overlap.firstInside).reduce(0) { count, _ in count + 1 }
        return (stragglers + inside, stragglers)
    }

    /// Returns the records that also match `matches`.
    func narrowed(by matches: Matches) -> Selection {
        Selection(
            overlaps.map(Matches.overlap) + (list.map { [.list($0, byHigh: byHigh)] } ?? []) + [matches], table: table)
    }

    func contains(_ position: Int) -> Bool {
        overlaps.allSatisfy { $0.contains(position) } && list?.contains(position) ?? true
    }

    /// The position from which on nothing matches.
    var end: Int { overlaps.reduce(table) { min($0, $1.end) } }

    /// All positions, in the order of the table.
    var positions: [Int] { positions(0..<count) }

    /// Returns the positions in the given places, in the order of the table.
    func positions(_ places: Range<Int>) -> [Int] {
        guard !places.isEmpty else { return [] }
        guard let stragglers else {
            return Array(
                Selection.search(list, overlaps, below: end).dropFirst(places.lowerBound).prefix(places.count))
        }
        var positions: [Int] = []
        positions.reserveCapacity(places.count)
        if places.lowerBound < stragglers {
            let found = Selection.search(list, overlaps, below: end).dropFirst(places.lowerBound)
            for position in found.prefix(min(places.upperBound, stragglers) - places.lowerBound) {
                positions.append(position)
            }
        }
        // From here on everything is inside the range and needs no search.
        let first = overlaps.first?.firstInside ?? 0
        let rest = max(0, places.lowerBound - stragglers)
        guard let list else {
            positions += (first + rest..<max(first + rest, end)).prefix(places.count - positions.count)
            return positions
        }
        var next = list.position(at: list.rank(below: first) + rest)
        while positions.count < places.count, let position = next, position < end {
            positions.append(position)
            next = list.next(from: position + 1)
        }
        return positions
    }

    /// Returns the positions in the list and in all overlaps. Each in turn proposes its next position until they agree.
    private static func search(
        _ list: PostingList?, _ overlaps: [Overlap], from start: Int = 0, below end: Int
    ) -> UnfoldSequence<Int, Int> {
        sequence(state: start) { from in
            var candidate = from
            var isAgreed = false
            while !isAgreed {
                isAgreed = true
                if let list {
                    guard let next = list.next(from: candidate) else { return nil }
                    candidate = next
                }
                for overlap in overlaps {
                    guard let next = overlap.next(from: candidate) else { return nil }
                    if next != candidate { isAgreed = false }
                    candidate = next
                }
            }
            guard candidate < end else { return nil }
            from = candidate + 1
            return candidate
        }
    }
}
