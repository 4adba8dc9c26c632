import Dispatch
import Synchronization

/// Work on all cores while a dataset is loaded.
package enum Parallel {
    /// What `work` makes of each of the consecutive ranges, of `size` but for the last one, that are `0..<count`
    /// together. One range alone is done at once, so that no thread starts for a small dataset.
    package static func map<Result: Sendable>(
        _ count: Int, by size: Int = 4_096, _ work: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        guard count > size else { return count > 0 ? [work(0..<count)] : [] }
        let ranges = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
        let results = Mutex([Result?](repeating: nil, count: ranges.count))
        DispatchQueue.concurrentPerform(iterations: ranges.count) { index in
            let result = work(ranges[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
