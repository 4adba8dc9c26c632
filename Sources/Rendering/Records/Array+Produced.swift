/// Starts a stream. The function that it returns gives the chunks one after another, then nil.
package typealias Producer = @Sendable () -> () -> [UInt8]?

/// Positions of records that are encoded while being sent, so that what is in memory does not grow with their number.
extension [Int] {
    /// The number of records above which they are.
    static let mostAtOnce = 5_000

    /// Returns a producer of `head`, then of what `append` adds for each position, in chunks of tens of kilobytes.
    func produced(head: [UInt8] = [], append: @escaping @Sendable (Int, inout [UInt8]) -> Void) -> Producer {
        {
            var next = 0
            var chunk = head
            return {
                while next < count, chunk.count < 32 * 1024 {
                    append(self[next], &chunk)
                    next += 1
                }
                defer { chunk = [] }
                return chunk.isEmpty ? nil : chunk
            }
        }
    }
}
