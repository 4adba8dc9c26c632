package import HTTPServer

extension Counters {
    /// Writes the counters as samples for `/metrics`.
    package func write(to text: inout PrometheusText) {
        for (name, kind, help, value) in [
            ("akistata_connections_accepted_total", PrometheusText.Kind.counter, "Connections accepted.", accepted),
            ("akistata_connections_open", .gauge, "Connections open now.", open),
            ("akistata_sent_bytes_total", .counter, "Bytes sent, heads included.", bytesOut),
            (
                "akistata_descriptor_exhaustions_total", .counter,
                "Times accepting was paused for lack of descriptors.", exhaustions
            ),
        ] {
            text.metric(name, kind, help)
            text.sample(name, value)
        }
        text.metric("akistata_connections_refused_total", .counter, "Connections refused, by reason.")
        text.sample("akistata_connections_refused_total", refusedFull, ["reason": "server-full"])
        text.sample("akistata_connections_refused_total", refusedGreedy, ["reason": "address-full"])
        text.sample("akistata_connections_refused_total", refusedUnproxied, ["reason": "no-proxy"])
    }
}
