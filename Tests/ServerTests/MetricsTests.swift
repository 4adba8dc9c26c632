import HTTPCore
import Testing

@testable import HTTPServer
@testable import Server

@Suite("Metrics")
struct MetricsTests {
    @Test("An answer is counted by its route's pattern, never by what a client made up")
    func counts() {
        let metrics = Metrics()
        metrics.name(routes: ["/", "/api/v1/events/{id}"])
        let (one, other) = (metrics.requestCounters(), metrics.requestCounters())
        one.count(route: 1, method: .get, status: .ok, bytes: 10, nanoseconds: 75_000)
        other.count(route: 1, method: .get, status: .ok, bytes: 10, nanoseconds: 3_000_000_000)
        other.count(route: nil, method: .get, status: .notFound, bytes: 1, nanoseconds: 1)
        other.count(.missingHost, bytes: 5)
        metrics.add { $0.sample("more", 1, ["label": "a\"b\\c\n"]) }
        let lines = metrics.text.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("# HELP akistata_http_requests_total ") == true)
        for line in [
            #"akistata_http_requests_total{route="/api/v1/events/{id}",method="GET",status="200"} 2"#,
            #"akistata_http_requests_total{route="none",method="GET",status="404"} 1"#,
            #"akistata_http_request_duration_seconds_bucket{le="0.00005"} 1"#,
            #"akistata_http_request_duration_seconds_bucket{le="0.0001"} 2"#,
            #"akistata_http_request_duration_seconds_bucket{le="1"} 2"#,
            #"akistata_http_request_duration_seconds_bucket{le="+Inf"} 3"#,
            "akistata_http_request_duration_seconds_count 3", "akistata_http_response_content_bytes_total 26",
            #"akistata_http_parse_errors_total{kind="missingHost"} 1"#,
            #"akistata_http_parse_errors_total{kind="timedOut"} 0"#, #"more{label="a\"b\\c\n"} 1"#,
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }

    @Test("The server's own counts are samples with what they are")
    func counters() {
        var text = PrometheusText()
        Counters().write(to: &text)
        let lines = text.text.split(separator: "\n")
        #expect(lines.contains("# TYPE akistata_connections_open gauge"))
        #expect(lines.contains(#"akistata_connections_refused_total{reason="address-full"} 0"#))
        for sample in lines where !sample.hasPrefix("#") {
            let name = sample.prefix { $0 != " " && $0 != "{" }
            #expect(lines.contains { $0.hasPrefix("# TYPE \(name) ") }, "\(sample)")
        }
    }
}
