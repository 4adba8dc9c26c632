import HTTPCore

extension Exchange {
    /// What is to be cited for the path (RFC 8574): the same with the version that is loaded.
    func citeAs(_ path: String) -> Link { Link(Permalink.path(path, version: edition.version), "cite-as") }

    /// Adds what every representation links to: the same in the other formats, its schema, its licence.
    func addLinks(to links: inout [Link]) {
        links.reserveCapacity(links.count + route.formats.count + 3)
        addAlternates(to: &links)
        if format == .json, let schema = route.schema {
            links.append(Link(SchemaRoutes.path(schema), "describedby", type: SchemaRoutes.mediaType))
        }
        links.append(Link(edition.imprint.licence, "license"))
        if let latest = Permalink(of: request)?.latest { links.append(latest) }
    }

    /// The same query in each format that the URL does not name.
    private func addAlternates(to links: inout [Link]) {
        guard route.hasSuffixes, format != .csvm else { return }
        let (path, pairs) = (bare + ".", parameters.pairs)
        // Most queries mean the same in every format.
        let query = pairs.allSatisfy(\.parameter.formats.isEmpty) ? pairs.query : nil
        for format in route.formats where format != suffix && format != .csvm {
            let query = query ?? pairs.meant(in: format).query
            var url = ""
            url.reserveCapacity(path.utf8.count + format.suffix.utf8.count + query.utf8.count)
            url += path
            url += format.suffix
            url += query
            links.append(Link(url, "alternate", type: format.mediaRange))
        }
    }

    /// The path without the suffix of a format.
    private var bare: String {
        suffix.map { String(request.path.dropLast($0.suffix.count + 1)) } ?? request.path
    }

    /// The URL of the same query in another format, less the parameters that mean nothing there: as a path, and by `name`
    /// alone, which is relative to the URL of this one.
    func sibling(_ other: Format) -> (path: String, name: String) {
        let path = bare
        let url = path + "." + other.suffix + parameters.pairs.meant(in: other).query
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[...$0].count } ?? 0
        return (url, String(decoding: url.utf8.dropFirst(folder), as: UTF8.self))
    }
}
