import Rendering

/// Where the published JSON Schemas are.
enum SchemaPath {
    static let mediaType = "application/schema+json"

    /// The path of a schema by the name of its file.
    @Sendable static func path(_ name: String) -> String { APIPath.below("schemas", name) }
}
