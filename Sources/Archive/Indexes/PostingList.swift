import Evidence

/// The positions of records in a table, ascending and distinct: as a list if they are few, as bits if they are many.
struct PostingList: Sendable {
    private enum Storage {
        case few(ArraySlice<UInt32>)
        case many(Bitmap)
    }

    /// One position in this many is where a bitmap becomes the smaller of the two.
    private static let density = 32

    private let storage: Storage
    /// The number of records in the table.
    private let table: Int

    private init(_ storage: Storage, table: Int) {
        self.storage = storage
        self.table = table
    }

    /// Creates a list from positions that are ascending, distinct and below `table`. If they are many, they may be in
    /// any order.
    init(_ positions: ArraySlice<UInt32>, table: Int) {
        self.table = table
        guard PostingList.isMany(positions.count, of: table) else {
            storage = .few(positions)
            return
        }
        var words = Bitmap.emptyWords(below: table)
        words.insert(positions)
        storage = .many(Bitmap(words: words))
    }

    /// Creates a list from positions below `table` in any order, possibly repeated.
    init(unsorted positions: ArraySlice<UInt32>, table: Int) {
        if PostingList.isMany(positions.count, of: table) {
            self.init(positions, table: table)
        } else {
            self.init(positions.sorted().withoutRepeats[...], table: table)
        }
    }

    /// Creates a list from the bits of a table with this many records.
    init(_ bits: Bitmap, table: Int) {
        self.init(.many(bits), table: table)
    }

    static func none(table: Int) -> PostingList { PostingList([], table: table) }

    /// Whether this many positions are stored as bits.
    static func isMany(_ count: Int, of table: Int) -> Bool { count > 64 && count > table / density }

    var count: Int {
        switch storage {
        case .few(let positions): positions.count
        case .many(let bits): bits.count
        }
    }

    func contains(_ position: Int) -> Bool {
        switch storage {
        case .few(let positions): positions.first(atLeast: position).map { $0 == position } ?? false
        case .many(let bits): bits.contains(position)
        }
    }

    /// Returns the number of positions below `position`.
    func rank(below position: Int) -> Int {
        switch storage {
        case .few(let positions): positions.partitionPoint { Int($0) < position } - positions.startIndex
        case .many(let bits): bits.rank(below: position)
        }
    }

    /// Returns the position with exactly `rank` positions below it; nil if there are not that many.
    func position(at rank: Int) -> Int? {
        guard rank < count else { return nil }
        switch storage {
        case .few(let positions): return Int(positions[positions.startIndex + rank])
        case .many(let bits): return bits.position(at: rank)
        }
    }

    /// Returns the first position from `position` on.
    func next(from position: Int) -> Int? {
        switch storage {
        case .few(let positions): positions.first(atLeast: position)
        case .many(let bits): bits.next(from: position)
        }
    }

    var positions: [Int] { first(count) }

    /// Returns the first `most` positions, or all if there are fewer.
    func first(_ most: Int) -> [Int] {
        switch storage {
        case .few(let positions): positions.prefix(most).map(Int.init)
        case .many(let bits): Array(bits.positions.prefix(most))
        }
    }

    func intersection(_ other: PostingList) -> PostingList {
        switch (storage, other.storage) {
        case (.many(let bits), .many(let others)):
            let common = bits.intersection(others)
            let list = PostingList(common, table: table)
            return PostingList.isMany(common.count, of: table)
                ? list : PostingList(list.positions.map { UInt32(clamping: $0) }[...], table: table)
        case (.few(let positions), .many(let bits)), (.many(let bits), .few(let positions)):
            return PostingList(positions.filter { bits.contains(Int($0)) }[...], table: table)
        case (.few(let positions), .few(let others)):
            let (short, long) = positions.count <= others.count ? (positions, others) : (others, positions)
            return PostingList(short.common(with: long)[...], table: table)
        }
    }

    /// Returns what all lists have in common, starting with the shortest; nil if there are no lists.
    static func intersection(_ lists: [PostingList]) -> PostingList? {
        lists.sorted { $0.count < $1.count }
            .reduce(nil) { common, list in common?.intersection(list) ?? list }
    }

    static func union(_ lists: [PostingList], table: Int) -> PostingList {
        if let list = lists.first, lists.count == 1 { return list }
        let total = lists.reduce(0) { $0 + $1.count }
        guard isMany(total, of: table) else {
            var all: [UInt32] = []
            all.reserveCapacity(total)
            for list in lists { for position in list.positions { all.append(UInt32(clamping: position)) } }
            return PostingList(unsorted: all[...], table: table)
        }
        var words = Bitmap.emptyWords(below: table)
        for list in lists {
            switch list.storage {
            case .few(let positions): words.insert(positions)
            case .many(let bits): bits.formUnion(into: &words)
            }
        }
        return PostingList(Bitmap(words: words), table: table)
    }
}

extension [UInt64] {
    /// Sets the bits of the given positions.
    fileprivate mutating func insert(_ positions: ArraySlice<UInt32>) {
        for position in positions { self[Int(position >> 6)] |= 1 << UInt64(position & 63) }
    }
}

extension [UInt32] {
    /// The distinct elements of an ascending list.
    fileprivate var withoutRepeats: [UInt32] {
        var last: UInt32?
        return filter { element in
            defer { last = element }
            return element != last
        }
    }
}

extension ArraySlice<UInt32> {
    fileprivate func first(atLeast bound: Int) -> Int? {
        let index = partitionPoint { Int($0) < bound }
        return index < endIndex ? Int(self[index]) : nil
    }

    /// Returns the elements common to both lists, which must be ascending. The cost is the length of this list times
    /// the logarithm of the other's.
    fileprivate func common(with long: ArraySlice<UInt32>) -> [UInt32] {
        var rest = long
        var common: [UInt32] = []
        for position in self {
            rest = rest[rest.firstIndex(atLeast: position)...]
            if rest.first == position { common.append(position) }
        }
        return common
    }

    /// Returns the first index whose element is not below `bound`, by exponential and then binary search; `endIndex` if
    /// there is none. The slice must be ascending.
    private func firstIndex(atLeast bound: UInt32) -> Int {
        var step = 1
        var low = startIndex
        while low + step < endIndex, self[low + step] < bound {
            low += step
            step *= 2
        }
        return self[low..<Swift.min(low + step + 1, endIndex)].partitionPoint { $0 < bound }
    }
}
