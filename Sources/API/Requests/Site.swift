import Evidence
import Foundations
package import HTTPCore
package import Raster
import Rendering
package import Wording

/// What is served besides the data, the same for every snapshot.
package final class Site: Sendable {
    /// The program's texts in all languages.
    let catalogue: Catalogue
    /// The origin at which clients reach the service; nil if only requests can tell.
    package let origin: Origin?
    /// The JSON Schemas by file name: those given, and those of responses with records.
    package let schemas: [String: StaticFile]
    /// The content of `/.well-known/security.txt`; nil without a contact.
    package let security: SecurityContact?
    /// The web pages; nil if only the API is served.
    package let pages: (any WebPages)?
    /// What describes the API; nil if nothing does.
    let description: (any APIDescription)?
    /// The converter of pictures to PNG; nil if there is none.
    package let converter: Converter?

    /// Whether what is answered becomes files, which no server stands behind.
    package let isStatic: Bool

    /// The paths of lists that have pages for people, such as `/events`.
    private let sections: Set<String>

    /// The time of the last change to any of this, in seconds since 1970; nil if unknown.
    let changed: Int?

    /// Creates a site, by default with nothing but the data.
    package init(
        _ catalogue: Catalogue, schemas: [String: StaticFile] = [:], origin: Origin? = nil,
        security: SecurityContact? = nil, pages: (any WebPages)? = nil,
        description: (any APIDescription)? = nil, converter: Converter? = nil, changed: Int? = nil,
        isStatic: Bool = false
    ) {
        self.catalogue = catalogue
        self.changed = changed
        self.converter = converter
        self.pages = pages
        self.isStatic = isStatic
        self.description = description
        sections = Set((pages?.routes ?? []).filter(\.isPage).map(\.pattern))
        self.schemas = schemas.merging(Site.recordSchemas) { given, _ in given }
        self.origin = origin
        self.security = security
    }

    /// Returns the path of the page with the same content as a path of the API, a list or a record; nil if there is none.
    func page(of path: String) -> String? {
        guard pages != nil, path.hasPrefix(APIPath.root) else { return nil }
        let page = path.dropFirst(APIPath.root.count)
        if page.isEmpty { return "/" }
        let section = page.dropFirst().prefix { $0 != "/" && $0 != "." && $0 != "?" }
        return sections.contains("/" + section) ? String(page) : nil
    }

    /// The schemas derived from the records' fields.
    private static let recordSchemas: [String: StaticFile] = {
        func schemas<Record>(of encoding: RecordEncoding<Record>) -> [(String, StaticFile)] {
            [
                (encoding.itemSchema, encoding.itemSchemaText), (encoding.listSchema, encoding.listSchemaText),
            ].map { ($0, StaticFile(PrettyJSON.format($1), mediaType: SchemaPath.mediaType)) }
        }
        let all =
            schemas(of: .events) + schemas(of: .statistics) + schemas(of: .claims) + schemas(of: .checks)
            + schemas(of: .discrepancies) + schemas(of: .conflicts) + schemas(of: .revisions) + schemas(of: .sources)
            + schemas(of: .changes) + schemas(of: .terms)
        return Dictionary(all) { first, _ in first }
    }()
}
