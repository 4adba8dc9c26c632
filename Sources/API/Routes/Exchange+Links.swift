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

    /// The same query in each format that the URL does not name.
    private var alternates: [Link] {
        guard format != .csvm else { return [] }
        let others = route.formats.filter { $0 != suffix && $0 != .csvm }
        return others.map { Link(sibling($0).path, "alternate", type: $0.mediaRange) }
    }

    /// The URL of the same query in another format, less the parameters that mean nothing there: as a path, and by `name`
    /// alone, which is relative to the URL of this one.
    func sibling(_ other: Format) -> (path: String, name: String) {
        let path = suffix.map { String(request.path.dropLast($0.suffix.count + 1)) } ?? request.path
        let items = (try? request.queryString())?.items ?? []
        let meant = items.filter { item in
            parameters.known.contains { $0.name == item.name && ($0.formats.isEmpty || $0.formats.contains(other)) }
        }
        let url = "\(path).\(other.suffix)\(PercentEncoding.query(meant.map { ($0.name, $0.value) }))"
        let folder = path.lastIndex(of: "/").map { path[...$0].count } ?? 0
        return (url, String(url.dropFirst(folder)))
    }
}

extension PercentEncoding {
    /// `?a=b&c=d`; empty for no pairs.
    static func query(_ pairs: [(name: String, value: String)]) -> String {
        let items = pairs.map { encode($0.name) + "=" + encode($0.value, keeping: ",:/") }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
