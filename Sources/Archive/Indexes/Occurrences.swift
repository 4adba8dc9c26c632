/// The terms of each record, by numbers, one record after the other.
struct Occurrences: Sendable {
    private(set) var numbers: [UInt32] = []
    /// Where in `numbers` those of each record end.
    private var ends: [UInt32] = []

    var recordCount: Int { ends.count }

    /// Where in `numbers` those of one record stand.
    func range(of record: Int) -> Range<Int> {
        (record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])
    }

    /// Adds one number of the record that is being written.
    mutating func append(_ number: UInt32) { numbers.append(number) }

    /// Ends the record that is being written.
    mutating func endRecord() { ends.append(UInt32(clamping: numbers.count)) }

    /// Adds the records of another, with other numbers for theirs.
    mutating func append(_ other: Occurrences, numbers renumbered: [UInt32]) {
        let before = numbers.count
        numbers += other.numbers.lazy.map { renumbered[Int($0)] }
        ends += other.ends.lazy.map { UInt32(clamping: before + Int($0)) }
    }
}
