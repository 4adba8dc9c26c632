extension RandomAccessCollection where Index == Int {
    /// Returns the index of the first element that does not satisfy `isBefore`. All elements that do must come first.
    @inlinable @inline(__always) package func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
