import HTTPCore

/// The JSON Schemas, each as it is on disk.
struct SchemaRoutes: Sendable {
    /// By their file names.
    let schemas: [String: StaticFile]

    var routes: [Route] {
        let list = Route(
            "/api/v1/schemas", "The JSON Schemas of a dataset's files.", formats: [.json],
            parameters: { _ in [.lang, .pretty] }, answer: { exchange throws(Problem) in try self.list(exchange) })
        let item = Route(
            "/api/v1/schemas/{file}", "One JSON Schema.",
            answer: { exchange throws(Problem) in try self.item(exchange) })
        return [list, item]
    }

    private func item(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        try exchange.check()
        let name = exchange.path["file"] ?? ""
        guard let schema = schemas[name] else {
            let known = schemas.keys.sorted().joined(separator: ", ")
            throw Problem(.notFound, detail: "There is no schema “\(name)”. There are: \(known).")
        }
        return .response(schema.response(to: exchange.request))
    }

    private func list(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        try exchange.check()
        var json = JSONText()
        json.object { json in
            json.key("data")
            json.array(schemas.keys.sorted()) { json, name in
                json.object { json in
                    json.member("id", name)
                    json.key("links")
                    json.object { $0.member("self", "/api/v1/schemas/\(name)") }
                }
            }
            json.key("links")
            json.object { $0.member("self", "/api/v1/schemas") }
        }
        return try Representation(json.octets, as: .json).reply(to: exchange)
    }
}
