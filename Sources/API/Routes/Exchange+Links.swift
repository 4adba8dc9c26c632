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
        guard route.hasSuffixes, format != .csvm else { return [] }
        let others = route.formats.filter { $0 != suffix && $0 != .csvm }
        return others.map { Link(sibling($0).path, "alternate", type: $0.mediaRange) }
    }

    /// The URL of the same query in another format, less the parameters that mean nothing there: as a path, and by `name`
    /// alone, which is relative to the URL of this one.
    func sibling(_ other: Format) -> (path: String, name: String) {
        let path = suffix.map { String(request.path.dropLast($0.suffix.count + 1)) } ?? request.path
        let url = path + "." + other.suffix + parameters.pairs.meant(in: other).query
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[...$0].count } ?? 0
        return (url, String(decoding: url.utf8.dropFirst(folder), as: UTF8.self))
    }
}
