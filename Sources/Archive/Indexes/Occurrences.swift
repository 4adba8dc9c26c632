/// The terms of each record as numbers, one record after the other.
struct Occurrences: Sendable {
    private(set) var numbers: [UInt32] = []
    /// The index in `numbers` at which each record ends.
    private var ends: [UInt32] = []

    var recordCount: Int { ends.count }

    /// Returns the range of a record in `numbers`.
    func range(of record: Int) -> Range<Int> {
        (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
    }

    /// Appends a number to the current record.
    mutating func append(_ number: UInt32) { numbers.append(number) }

    /// Ends the current record.
    mutating func endRecord() { ends.append(UInt32(clamping: numbers.count)) }

    /// Appends the records of `other`, replacing its numbers by those in `renumbered`.
    mutating func append(_ other: Occurrences, numbers renumbered: [UInt32]) {
        let before = numbers.count
        numbers += other.numbers.lazy.map { renumbered[Int($0)] }
        ends += other.ends.lazy.map { UInt32(clamping: before + Int($0)) }
    }
}
