import Rendering

/// The location of the published JSON Schemas.
enum SchemaPath {
    static let mediaType = "application/schema+json"

    /// Returns the path of a schema, given its file name.
    @Sendable static func path(_ name: String) -> String { APIPath.below("schemas", name) }
}
