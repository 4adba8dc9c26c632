import API
import Foundations
import HTTPCore
import Problems
import Rendering

/// The routes of the JSON Schemas, each served as it is on disk.
enum SchemaRoutes {
    static var routes: [Route] {
        [
            Route(
                APIPath.below("schemas"), formats: [.json], schema: "answer-schemas.json",
                parameters: { [$0.lang, .pretty] }, isVersioned: false, answer: list),
            Route(
                SchemaPath.path("{file}"), mediaType: SchemaPath.mediaType,
                statuses: [.partialContent, .rangeNotSatisfiable],
                example: { _ in SchemaPath.path("problem.json") }, isVersioned: false, answer: item),
        ]
    }

    @Sendable private static func item(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let name = context.path["file"] ?? ""
        let schemas = context.site.schemas
        guard let schema = schemas[name] else {
            throw .unknown(
                name, among: "schemas", nearest: nearest(to: name, in: schemas.keys.sorted()),
                path: APIPath.below("schemas"))
        }
        return .ready(schema.response)
    }

    @Sendable private static func list(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        var json = JSONText()
        json.array(context.site.schemas.keys.sorted()) { json, name in
            json.object { json in
                json.member("id", name)
                json.key("links")
                json.object { $0.member("self", SchemaPath.path(name)) }
            }
        }
        var document = JSONText(continuing: JSONPiece.data + json.bytes)
        Envelope.writeTail(to: &document, context) { $0.member("self", APIPath.below("schemas")) }
        return try Representation(document.bytes, as: .json).result(to: context)
    }
}
