extension LogSink {
    /// Writes the number of dropped lines as a sample for `/metrics`.
    package func write(to text: inout PrometheusText) {
        let name = "akistata_log_lines_dropped_total"
        text.metric(name, .counter, "Log lines dropped, for a reader that is too slow or a disk that is full.")
        text.sample(name, dropped)
    }
}
