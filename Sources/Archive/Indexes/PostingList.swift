/// Positions of records on a shelf, ascending, each once.
struct PostingList: Hashable, Sendable {
    private(set) var positions: [UInt32] = []

    static func all(_ count: Int) -> PostingList { PostingList(sorted: (0..<count).map(UInt32.init)) }

    var count: Int { positions.count }

    init() {}

    init(sorted positions: [UInt32]) { self.positions = positions }

    init(unsorted positions: [UInt32]) {
        self.positions = positions
        if zip(positions, positions.dropFirst()).contains(where: >=) {
            self.positions.sort()
            removeRepeats()
        }
    }

    /// Adds a position that is not below the last one.
    mutating func append(_ position: Int) {
        let position = UInt32(clamping: position)
        if positions.last != position { positions.append(position) }
    }

    static func union(_ lists: [PostingList]) -> PostingList {
        lists.count == 1 ? lists[0] : PostingList(unsorted: lists.flatMap(\.positions))
    }

    /// Costs the shorter list times the logarithm of the longer one.
    func intersection(_ other: PostingList) -> PostingList {
        let (short, long) = positions.count <= other.positions.count ? (self, other) : (other, self)
        var rest = long.positions[...]
        var common: [UInt32] = []
        for position in short.positions {
            rest = rest[rest.firstIndex(atLeast: position)...]
            if rest.first == position { common.append(position) }
        }
        return PostingList(sorted: common)
    }

    /// What all lists have in common, the shortest first; nil for no list.
    static func intersection(_ lists: [PostingList]) -> PostingList? {
        lists.sorted { $0.count < $1.count }
            .reduce(nil) { common, list in common?.intersection(list) ?? list }
    }

    private mutating func removeRepeats() {
        var last: UInt32?
        positions.removeAll { position in
            defer { last = position }
            return position == last
        }
    }
}

extension ArraySlice<UInt32> {
    /// The first index whose element is not below `bound`, found by steps that double and then halve; `endIndex` when
    /// there is none. The slice ascends.
    fileprivate func firstIndex(atLeast bound: UInt32) -> Int {
        var step = 1
        var low = startIndex
        while low + step < endIndex, self[low + step] < bound {
            low += step
            step *= 2
        }
        return self[low..<Swift.min(low + step + 1, endIndex)].partitionPoint { $0 < bound }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element does not satisfy `isBefore`, in a collection that has all that do first.
    func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
