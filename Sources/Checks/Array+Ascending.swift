/// Numbers in ascending order, each once.
extension Array<Int> {
    /// Returns the place of a number; nil where it is not among them.
    func place(ofAscending number: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == number ? low : nil
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
