import HTTPCore

extension Exchange {
    /// What is to be cited for the path (RFC 8574): the same with the version that is loaded.
    func citeAs(_ path: String) -> Link { Link(Permalink.path(path, version: edition.version), "cite-as") }

    /// What every representation links to: the same in the other formats, its schema, its licence.
    var links: [Link] {
        let schema = format == .json ? route.schema.map(SchemaRoutes.path) : nil
        return alternates
            + [
                schema.map { Link($0, "describedby", type: SchemaRoutes.mediaType) },
                Link(edition.imprint.licence, "license"), Permalink(of: request)?.latest,
            ].compactMap { $0 }
    }

    /// The same query in each other format, less the parameters that mean nothing there.
    private var alternates: [Link] {
        guard route.formats.count > 1 else { return [] }
        let path = suffix.map { String(request.path.dropLast($0.suffix.count + 1)) } ?? request.path
        let items = (try? request.queryString())?.items ?? []
        return route.formats.filter { $0 != format }.map { other in
            let meant = items.filter { item in
                parameters.known.contains { $0.name == item.name && ($0.formats.isEmpty || $0.formats.contains(other)) }
            }
            let query = PercentEncoding.query(meant.map { ($0.name, $0.value) })
            return Link("\(path).\(other.suffix)\(query)", "alternate", type: other.mediaRange)
        }
    }
}

extension PercentEncoding {
    /// `?a=b&c=d`; empty for no pairs.
    static func query(_ pairs: [(name: String, value: String)]) -> String {
        let items = pairs.map { encode($0.name) + "=" + encode($0.value, keeping: ",:/") }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
