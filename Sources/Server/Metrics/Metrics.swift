import HTTPCore
import Synchronization

/// The counts of requests and responses. Labels come from closed sets (the route table, the methods, the statuses), so
/// that no client can add to them.
package final class Metrics: Sendable {
    /// Writes samples that are kept elsewhere, such as by the server or the reloader.
    package typealias Writer = @Sendable (inout PrometheusText) -> Void

    private let counters = Mutex<[RequestCounters]>([])
    private let routes = Mutex<[String]>([])
    private let writers = Mutex<[Writer]>([])

    /// Creates metrics with all counts at zero.
    package init() {}

    /// Returns new counters for one thread. They count until the program ends.
    package func requestCounters() -> RequestCounters {
        let made = RequestCounters()
        counters.withLock { $0.append(made) }
        return made
    }

    /// Names the routes, which are counted by their index in `patterns`.
    package func name(routes patterns: [String]) {
        routes.withLock { $0 = patterns }
    }

    /// Adds a writer, which is called whenever the samples are requested.
    package func add(_ writer: @escaping Writer) {
        writers.withLock { $0.append(writer) }
    }

    /// All samples, in a fixed order.
    package var text: String {
        var text = PrometheusText()
        write(to: &text)
        for writer in writers.withLock({ $0 }) { writer(&text) }
        return text.text
    }

    private func write(to text: inout PrometheusText) {
        let patterns = routes.withLock { $0 }
        var counts = RequestCounters.Counts()
        for counters in counters.withLock({ $0 }) { counters.add(to: &counts) }
        text.metric("akistata_http_requests_total", .counter, "Requests served, by route, method and status.")
        let requests = counts.requests.enumerated().flatMap { place, answers in
            answers.map { (route: patterns.indices.contains(place - 1) ? patterns[place - 1] : "none", answers: $0) }
        }
        let ordered = requests.sorted { left, right in
            (left.route, left.answers.method.rawValue, left.answers.status.code)
                < (right.route, right.answers.method.rawValue, right.answers.status.code)
        }
        for (route, answers) in ordered {
            text.sample(
                "akistata_http_requests_total", answers.count,
                ["route": route, "method": answers.method.rawValue, "status": String(answers.status.code)])
        }
        text.metric(
            "akistata_http_request_duration_seconds", .histogram,
            "Time from receiving a request to its response, in seconds."
        )
        var sum = 0
        for (label, count) in zip(RequestCounters.buckets.map(\.label) + ["+Inf"], counts.durations) {
            sum += count
            text.sample("akistata_http_request_duration_seconds_bucket", sum, ["le": label])
        }
        let seconds = Double(counts.nanoseconds) / 1e9
        text.sample("akistata_http_request_duration_seconds_sum", String(seconds))
        text.sample("akistata_http_request_duration_seconds_count", sum)
        text.metric("akistata_http_response_content_bytes_total", .counter, "Bytes of content in responses.")
        text.sample("akistata_http_response_content_bytes_total", counts.bytes)
        text.metric("akistata_http_parse_errors_total", .counter, "Requests refused by the parser, by kind.")
        for error in ParseError.allCases {
            text.sample("akistata_http_parse_errors_total", counts.parseErrors[error] ?? 0, ["kind": "\(error)"])
        }
    }
}
