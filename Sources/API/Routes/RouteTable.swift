import Evidence
import HTTPCore

/// Every route, once.
enum RouteTable {
    static func routes(
        schemas: [String: StaticFile], _ metrics: Metrics, isReady: @escaping @Sendable () -> Bool
    ) -> [Route] {
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
                Route("/api/v1/schemas", "The JSON Schemas of a dataset's files.") { exchange throws(Problem) in
                    try list(schemas.keys.sorted(), exchange)
                },
                Route("/api/v1/schemas/{file}", "One JSON Schema.", hasFormats: false) { exchange throws(Problem) in
                    try Parameters(exchange.request, known: []).check()
                    let name = exchange.path["file"] ?? ""
                    guard let schema = schemas[name] else {
                        let known = schemas.keys.sorted().joined(separator: ", ")
                        throw Problem(.notFound, detail: "There is no schema “\(name)”. There are: \(known).")
                    }
                    return .response(schema.response(to: exchange.request))
                },
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

    @Sendable private static func index(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let parameters = try Parameters(exchange.request, known: [.lang, .pretty])
        try parameters.check()
        try exchange.negotiateFormat()
        let language = exchange.language(parameters)
        guard let index = exchange.edition.index(in: language) else { throw Problem(.notFound) }
        return try Representation([index.bytes], digest: index.digest, language: language)
            .reply(to: exchange, parameters)
    }

    private static func list(_ schemas: [String], _ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let parameters = try Parameters(exchange.request, known: [.lang, .pretty])
        try parameters.check()
        try exchange.negotiateFormat()
        var json = JSONText()
        json.object { json in
            json.key("data")
            json.array(schemas) { json, name in
                json.object { json in
                    json.member("id", name)
                    json.key("links")
                    json.object { $0.member("self", "/api/v1/schemas/\(name)") }
                }
            }
            json.key("links")
            json.object { $0.member("self", "/api/v1/schemas") }
        }
        let record = EncodedRecord(json.octets)
        return try Representation([record.bytes], digest: record.digest, language: exchange.language(parameters))
            .reply(to: exchange, parameters)
    }

    private static func status(_ word: String) -> Reply {
        unstored("{\"status\":\"\(word)\"}", as: Format.json.mediaType)
    }

    /// What is true of this server at this moment, and of no cache.
    private static func unstored(_ text: String, as mediaType: String) -> Reply {
        var fields = Fields.common
        fields.append(.contentType, mediaType)
        fields.append(.cacheControl, "no-store")
        return .response(Response(.ok, fields: fields, body: Body(text)))
    }
}
