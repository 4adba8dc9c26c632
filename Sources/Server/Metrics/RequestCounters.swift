package import HTTPCore
import Synchronization

/// The counts of one thread. Their lock is shared only with whoever requests the metrics, so it is usually free when
/// the thread counts.
package final class RequestCounters: Sendable {
    /// The number of responses from one route with the same method and status.
    struct Answers {
        let method: HTTPCore.Method
        let status: Status
        var count: Int
    }

    /// What is counted.
    struct Counts {
        /// The responses by the number of the route plus one; those without a route are at 0. There are so few of each
        /// that a search is faster than any hash table.
        var requests: [[Answers]] = []
        var parseErrors: [ParseError: Int] = [:]
        /// The number of responses in each bucket.
        var durations = [Int](repeating: 0, count: RequestCounters.buckets.count + 1)
        var nanoseconds: UInt64 = 0
        var bytes = 0

        fileprivate mutating func add(_ count: Int, of method: HTTPCore.Method, _ status: Status, at place: Int) {
            while requests.count <= place { requests.append([]) }
            for index in requests[place].indices
            where requests[place][index].method == method && requests[place][index].status == status {
                requests[place][index].count += count
                return
            }
            requests[place].append(Answers(method: method, status: status, count: count))
        }
    }

    /// The upper bounds of the histogram's buckets, in seconds and in nanoseconds. The last bucket, which follows them,
    /// is unbounded.
    static let buckets: [(label: String, nanoseconds: UInt64)] = [
        ("0.00005", 50_000), ("0.0001", 100_000), ("0.00025", 250_000), ("0.0005", 500_000), ("0.001", 1_000_000),
        ("0.0025", 2_500_000), ("0.005", 5_000_000), ("0.01", 10_000_000), ("0.025", 25_000_000), ("0.1", 100_000_000),
        ("1", 1_000_000_000),
    ]
    private static let bounds = buckets.map(\.nanoseconds)

    private let counts = Mutex(Counts())

    /// Counts a response; `route` is nil if no route matched. It is called on the loops and takes hardly any time.
    package func count(route: Int?, method: HTTPCore.Method, status: Status, bytes: Int, nanoseconds: UInt64) {
        let bucket = RequestCounters.bounds.firstIndex { nanoseconds <= $0 } ?? RequestCounters.bounds.count
        counts.withLock { counts in
            counts.add(1, of: method, status, at: (route ?? -1) + 1)
            counts.durations[bucket] += 1
            counts.nanoseconds &+= nanoseconds
            counts.bytes += bytes
        }
    }

    /// Counts a response to something that was not a request.
    package func count(_ error: ParseError, bytes: Int) {
        counts.withLock { counts in
            counts.parseErrors[error, default: 0] += 1
            counts.bytes += bytes
        }
    }

    /// Adds the current counts to `sum`.
    func add(to sum: inout Counts) {
        let counts = counts.withLock { $0 }
        for (place, answers) in counts.requests.enumerated() {
            for answer in answers { sum.add(answer.count, of: answer.method, answer.status, at: place) }
        }
        sum.parseErrors.merge(counts.parseErrors, uniquingKeysWith: +)
        for (bucket, count) in counts.durations.enumerated() { sum.durations[bucket] += count }
        sum.nanoseconds &+= counts.nanoseconds
        sum.bytes += counts.bytes
    }
}
