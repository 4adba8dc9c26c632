import Evidence
import HTTPCore

/// Every route, once.
enum RouteTable {
    static func routes(_ metrics: Metrics, isReady: @escaping @Sendable () -> Bool) -> [Route] {
        [
            Route("/", "The same as /api/v1.", hasFormats: false, answer: index),
            Route("/api/v1", "The dataset, its vocabularies, and links to everything.", answer: index),
        ]
            + RecordRoutes(encoding: .events) { $0.events }.routes
            + RecordRoutes(encoding: .statistics) { $0.statistics }.routes
            + RecordRoutes(encoding: .claims) { $0.claims }.routes
            + RecordRoutes(encoding: .checks) { $0.checks }.routes
            + RecordRoutes(encoding: .discrepancies) { $0.discrepancies }.routes
            + RecordRoutes(encoding: .sources) { $0.sources }.routes
            + [
                Route("/healthz", "Whether the process answers.", hasFormats: false) { exchange throws(Problem) in
                    try Parameters(exchange.request, known: []).check()
                    return status("ok")
                },
                Route("/readyz", "Whether new requests are welcome; 503 while draining.", hasFormats: false) {
                    exchange throws(Problem) in
                    try Parameters(exchange.request, known: []).check()
                    guard isReady() else { throw Problem(.serviceUnavailable, detail: "The server is draining.") }
                    return status("ready")
                },
                Route("/metrics", "What was answered, for Prometheus.", hasFormats: false) {
                    exchange throws(Problem) in
                    try Parameters(exchange.request, known: []).check()
                    return unstored(metrics.text, as: "text/plain; version=0.0.4; charset=utf-8")
                },
            ]
    }

    @Sendable private static func index(_ exchange: borrowing Exchange) throws(Problem) -> Response {
        let parameters = try Parameters(exchange.request, known: [.lang, .pretty])
        try parameters.check()
        try exchange.negotiateFormat()
        let language = exchange.language(parameters)
        guard let index = exchange.edition.index(in: language) else { throw Problem(.notFound) }
        return Representation([index.bytes], digest: index.digest, language: language)
            .response(to: exchange, parameters)
    }

    private static func status(_ word: String) -> Response {
        unstored("{\"status\":\"\(word)\"}", as: Format.json.mediaType)
    }

    /// What is true of this server at this moment, and of no cache.
    private static func unstored(_ text: String, as mediaType: String) -> Response {
        var fields = Fields.common
        fields.append(.contentType, mediaType)
        fields.append(.cacheControl, "no-store")
        return Response(.ok, fields: fields, body: Body(text))
    }
}
