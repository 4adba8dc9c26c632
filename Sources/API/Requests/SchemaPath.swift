import Rendering

/// The location of the published JSON Schemas.
package enum SchemaPath {
    package static let mediaType = "application/schema+json"

    /// Returns the path of a schema, given its file name.
    @Sendable package static func path(_ name: String) -> String { APIPath.below("schemas", name) }
}
