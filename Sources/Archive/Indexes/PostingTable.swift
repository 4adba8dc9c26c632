import Evidence

/// A posting list for each number of a vocabulary, in hardly more memory than the positions need: the short lists are
/// stored one after the other.
struct PostingTable: Sendable {
    private let table: Int
    private let positions: [UInt32]
    /// The index in `positions` at which the list of each number ends. A list stored as bits is empty here.
    private let ends: [UInt32]
    /// The numbers whose lists are stored as bits, in ascending order, and those lists.
    private let manyNumbers: [Int]
    private let many: [PostingList]

    /// Creates the lists of the numbers below `count`. No record may have a number twice. With `order`, the lists
    /// contain the records' places in that order instead of their positions.
    init(_ occurrences: Occurrences, count: Int, order: [UInt32]? = nil) {
        let table = occurrences.recordCount
        var counts = [Int](repeating: 0, count: count)
        for number in occurrences.numbers { counts[Int(number)] += 1 }
        let manyNumbers = counts.indices.filter { PostingList.isMany(counts[$0], of: table) }
        // Where the next position of each number goes: an index in `positions` or, if negative, in the words.
        var next = [Int](repeating: 0, count: count)
        for (index, number) in manyNumbers.enumerated() { next[number] = -1 - index }
        var words = manyNumbers.map { _ in Bitmap.emptyWords(below: table) }
        var total = 0
        for number in 0..<count where next[number] == 0 {
            next[number] = total
            total += counts[number]
        }
        var positions = [UInt32](repeating: 0, count: total)
        for place in 0..<table {
            let record = order.map { Int($0[place]) } ?? place
            for index in occurrences.range(of: record) {
                let number = Int(occurrences.numbers[index])
                let target = next[number]
                if target < 0 {
                    words[-1 - target][place >> 6] |= 1 << UInt64(place & 63)
                } else {
                    positions[target] = UInt32(clamping: place)
                    next[number] = target + 1
                }
            }
        }
        self.table = table
        self.positions = positions
        self.manyNumbers = manyNumbers
        many = words.map { PostingList(Bitmap(words: $0), table: table) }
        var end = 0
        ends = next.map { target in
            end = max(end, target)
            return UInt32(clamping: end)
        }
    }

    subscript(number: Int) -> PostingList {
        let place = manyNumbers.partitionPoint { $0 < number }
        if place < manyNumbers.count, manyNumbers[place] == number { return many[place] }
        let start = number == 0 ? 0 : Int(ends[number - 1])
        return PostingList(positions[start..<Int(ends[number])], table: table)
    }

    /// Returns the records that have any of the consecutive numbers.
    func union(_ numbers: Range<Int>) -> PostingList {
        guard !numbers.isEmpty else { return PostingList([], table: table) }
        let first = manyNumbers.partitionPoint { $0 < numbers.lowerBound }
        let last = manyNumbers.partitionPoint { $0 < numbers.upperBound }
        let start = numbers.lowerBound == 0 ? 0 : Int(ends[numbers.lowerBound - 1])
        let short = positions[start..<Int(ends[numbers.upperBound - 1])]
        if first == last {
            return numbers.count == 1 ? PostingList(short, table: table) : PostingList(unsorted: short, table: table)
        }
        let lists = Array(many[first..<last])
        return .union(short.isEmpty ? lists : [PostingList(unsorted: short, table: table)] + lists, table: table)
    }
}
