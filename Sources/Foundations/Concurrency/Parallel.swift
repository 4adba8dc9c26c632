import Dispatch
import Synchronization

/// Work on all cores while a dataset is being loaded.
package enum Parallel {
    /// Returns the results of `work` for consecutive ranges that together make `0..<count`, each of `size` except the
    /// last. A single range is handled on the calling thread, so that a small dataset starts no threads.
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
