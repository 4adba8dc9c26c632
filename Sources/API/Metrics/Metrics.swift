package import HTTPCore
import Synchronization

/// What was answered, counted. Labels come from closed sets (the route table, the methods, the statuses), so that no
/// client can make there be more of them.
package final class Metrics: Sendable {
    /// The upper bounds of the histogram's buckets in seconds, and in nanoseconds.
    private static let buckets: [(label: String, nanoseconds: UInt64)] = [
        ("0.00005", 50_000), ("0.0001", 100_000), ("0.00025", 250_000), ("0.0005", 500_000), ("0.001", 1_000_000),
        ("0.0025", 2_500_000), ("0.005", 5_000_000), ("0.01", 10_000_000), ("0.025", 25_000_000), ("0.1", 100_000_000),
        ("1", 1_000_000_000),
    ]

    private struct Labels: Hashable {
        let route: String
        let method: String
        let status: UInt16
    }

    private struct Counts {
        var requests: [Labels: Int] = [:]
        var parseErrors: [ParseError: Int] = [:]
        var durations = [Int](repeating: 0, count: Metrics.buckets.count + 1)
        var nanoseconds: UInt64 = 0
        var octets = 0
    }

    /// Writes samples that are kept elsewhere: by the server, by whoever loads datasets.
    package typealias Writer = @Sendable (inout PrometheusText) -> Void

    private let counts = Mutex(Counts())
    private let writers = Mutex<[Writer]>([])

    /// Nothing counted.
    package init() {}

    /// Counts one answer: `route` is the pattern of the route table, empty where none fitted. Takes no time worth
    /// speaking of: loops call it.
    package func count(route: String, method: HTTPCore.Method, status: Status, octets: Int, nanoseconds: UInt64) {
        let labels = Labels(route: route, method: method.rawValue, status: status.code)
        let bucket = Metrics.buckets.firstIndex { nanoseconds <= $0.nanoseconds } ?? Metrics.buckets.count
        counts.withLock { counts in
            counts.requests[labels, default: 0] += 1
            counts.durations[bucket] += 1
            counts.nanoseconds &+= nanoseconds
            counts.octets += octets
        }
    }

    /// Counts an answer to what was no request.
    package func count(_ error: ParseError, octets: Int) {
        counts.withLock { counts in
            counts.parseErrors[error, default: 0] += 1
            counts.octets += octets
        }
    }

    /// Has `writer` asked, too, whenever samples are wanted.
    package func add(_ writer: @escaping Writer) {
        writers.withLock { $0.append(writer) }
    }

    /// Every sample, in an order that does not change.
    package var text: String {
        var text = PrometheusText()
        write(to: &text)
        for writer in writers.withLock({ $0 }) { writer(&text) }
        return text.text
    }

    private func write(to text: inout PrometheusText) {
        let counts = counts.withLock { $0 }
        text.metric("akistata_http_requests_total", .counter, "Requests answered, by route, method and status.")
        let requests = counts.requests.sorted { left, right in
            (left.key.route, left.key.method, left.key.status) < (right.key.route, right.key.method, right.key.status)
        }
        for (labels, count) in requests {
            let route = labels.route.isEmpty ? "none" : labels.route
            text.sample(
                "akistata_http_requests_total", count,
                ["route": route, "method": labels.method, "status": String(labels.status)])
        }
        text.metric(
            "akistata_http_request_duration_seconds", .histogram, "From the parsed request to its answer, in seconds.")
        var sum = 0
        for (bucket, count) in zip(Metrics.buckets.map(\.label) + ["+Inf"], counts.durations) {
            sum += count
            text.sample("akistata_http_request_duration_seconds_bucket", sum, ["le": bucket])
        }
        let seconds = Double(counts.nanoseconds) / 1e9
        text.sample("akistata_http_request_duration_seconds_sum", String(seconds))
        text.sample("akistata_http_request_duration_seconds_count", sum)
        text.metric("akistata_http_response_content_bytes_total", .counter, "Octets of content answered.")
        text.sample("akistata_http_response_content_bytes_total", counts.octets)
        text.metric("akistata_http_parse_errors_total", .counter, "Requests refused by the parser, by kind.")
        for error in ParseError.allCases {
            text.sample("akistata_http_parse_errors_total", counts.parseErrors[error] ?? 0, ["kind": "\(error)"])
        }
    }
}
