import Evidence

/// Numbers in ascending order, each once.
extension Array<Int> {
    /// Returns the place of a number; nil where it is not among them.
    func place(ofAscending number: Int) -> Int? {
        let place = partitionPoint { $0 < number }
        return place < count && self[place] == number ? place : nil
    }

    /// Returns those that are among the others too.
    func common(withAscending others: [Int]) -> [Int] {
        var (common, place) = ([Int](), 0)
        for number in self {
            while place < others.count, others[place] < number { place += 1 }
            if place < others.count, others[place] == number { common.append(number) }
        }
        return common
    }
}
