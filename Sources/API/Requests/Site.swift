import Evidence
import Foundations
import Rendering
package import Wording

/// What is served besides the data, and to whom: the same for every snapshot.
package final class Site: Sendable {
    /// What the program says, in each language.
    let catalogue: Catalogue
    /// Where clients reach the service; nil when only requests tell.
    package let origin: Origin?
    /// The JSON Schemas by their file names: those given, and those of the answers with records.
    let schemas: [String: StaticFile]
    /// Of `/.well-known/security.txt`; nil where nobody is named.
    let security: SecurityContact?
    /// The pages for people; nil where only the API is served.
    package let pages: (any WebPages)?
    /// What makes PNG of pictures; nil where nothing does.
    package let converter: Converter?

    /// Seconds since 1970 at which anything of it changed last; nil where nobody knows.
    let changed: Int?

    /// Nothing but the data, unless told otherwise.
    package init(
        _ catalogue: Catalogue, schemas: [String: StaticFile] = [:], origin: Origin? = nil,
        security: SecurityContact? = nil, pages: (any WebPages)? = nil, converter: Converter? = nil, changed: Int? = nil
    ) {
        self.catalogue = catalogue
        self.changed = changed
        self.converter = converter
        self.pages = pages
        self.schemas = schemas.merging(Site.recordSchemas) { given, _ in given }
        self.origin = origin
        self.security = security
    }

    /// The schemas that follow from the records' fields.
    private static var recordSchemas: [String: StaticFile] {
        func schemas<Record>(of encoding: RecordEncoding<Record>) -> [(String, StaticFile)] {
            [
                (encoding.itemSchema, encoding.itemSchemaText), (encoding.listSchema, encoding.listSchemaText),
            ].map { ($0, StaticFile(PrettyJSON.format($1), mediaType: SchemaPath.mediaType)) }
        }
        let all =
            schemas(of: .events) + schemas(of: .statistics) + schemas(of: .claims) + schemas(of: .checks)
            + schemas(of: .discrepancies) + schemas(of: .sources) + schemas(of: .changes)
        return Dictionary(all) { first, _ in first }
    }
}
