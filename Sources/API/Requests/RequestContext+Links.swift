import HTTPCore
import Rendering

extension RequestContext {
    /// What is to be cited for the path (RFC 8574): the same with the version that is loaded.
    package func citeAs(_ path: String) -> Link { Link(Permalink.path(path, version: encoded.version), "cite-as") }

    /// The same for what a link leads to.
    func citeAs(_ link: Link) -> Link {
        Link((Permalink.path(link.pieces.0, version: encoded.version), link.pieces.1, link.pieces.2), "cite-as")
    }

    /// What the `Link` field has no room for, where it has `own` beside what every representation links to.
    func leftOut(beside own: [Link]) -> [Link] {
        // So short a target fits a dozen times, even where each byte of it must be encoded.
        guard request.withTarget({ $0.count > 128 }) else { return [] }
        var links = own
        addLinks(to: &links)
        return links.fitted().left
    }

    /// Adds what every representation links to: the same in the other formats, its schema, its licence.
    func addLinks(to links: inout [Link]) {
        links.reserveCapacity(links.count + route.formats.count + 3)
        addAlternates(to: &links)
        if format == .json, let schema = route.schema {
            links.append(Link(SchemaPath.path(schema), "describedby", type: SchemaPath.mediaType))
        }
        links.append(Link(encoded.notice.licence, "license"))
        if let latest = Permalink(of: request)?.latest { links.append(latest) }
    }

    /// The same query in each format that the URL does not name.
    private func addAlternates(to links: inout [Link]) {
        guard route.hasSuffixes, format != .csvm else { return }
        let (path, pairs) = (bare + ".", parameters.pairs)
        // Most queries mean the same in every format.
        let query = pairs.allSatisfy { $0.parameter.formats.isEmpty } ? pairs.query : nil
        for format in route.formats where format != suffix && format != .csvm {
            let query = query ?? pairs.query { $0.isMeant(in: format) }
            links.append(Link((path, format.suffix, query), "alternate", type: format.mediaRange))
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
