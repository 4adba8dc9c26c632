import HTTPCore
import Rendering

extension RequestContext {
    /// Returns the link to cite for a path of the API (RFC 8574).
    package func citeAs(_ path: String) -> Link { Link(cited(path), "cite-as") }

    /// Returns the link to cite for the target of a link.
    func citeAs(_ link: Link) -> Link { Link((cited(link.pieces.0), link.pieces.1, link.pieces.2), "cite-as") }

    /// Returns what to cite for a path of the API: in the version that answers, the page for people if there is one, which is
    /// to be had as data as well.
    func cited(_ path: String) -> String {
        let path = permalink == nil ? path : Permalink.plain(path)
        // Which form it had is no part of what is cited.
        let plain =
            suffix.map { path.hasSuffix(".\($0.suffix)") ? String(path.dropLast($0.suffix.count + 1)) : path } ?? path
        return Permalink.path(site.page(of: plain) ?? plain, version: encoded.version)
    }

    /// Returns a path as links of this response have it: in the version that the URL names, if it names one.
    package func located(_ path: String) -> String {
        permalink.map { Permalink.path(path, version: $0.version) } ?? path
    }

    /// Returns the links for which the `Link` field has no room, given `own` in addition to the links of every
    /// representation.
    func leftOut(beside own: [Link]) -> [Link] {
        // A target this short fits a dozen times, even if each of its bytes must be encoded.
        guard request.withTarget({ $0.count > 128 }) else { return [] }
        var links = own
        addLinks(to: &links)
        return links.fitted().left
    }

    /// Appends the links of every representation: the other formats, the schema and the licence.
    func addLinks(to links: inout [Link]) {
        links.reserveCapacity(links.count + route.formats.count + 3)
        addAlternates(to: &links)
        if format == .json, let schema = route.schema {
            links.append(Link(SchemaPath.path(schema), "describedby", type: SchemaPath.mediaType))
        }
        links.append(Link(encoded.notice.licence, "license"))
        if let permalink { links += permalink.links(encoded.releases, from: encoded.snapshot) }
    }

    /// Appends links to the same query in every format that the URL does not name.
    private func addAlternates(to links: inout [Link]) {
        guard route.hasSuffixes, format != .csvm else { return }
        let (path, pairs) = (bare + ".", parameters.pairs)
        // Most queries mean the same in all formats.
        let query = pairs.allSatisfy { $0.parameter.formats.isEmpty } ? pairs.query : nil
        for format in route.formats where format != suffix && format != .csvm {
            let query = query ?? pairs.query { $0.isMeant(in: format) }
            links.append(Link((path, format.suffix, query), "alternate", type: format.mediaRange))
        }
    }

    /// The path under which links of this response lead to it: that of the data, where the page was asked for as data.
    var address: String {
        guard let permalink, permalink.isOfPage, route.pattern.hasPrefix(APIPath.root) else { return request.path }
        return Permalink.path(permalink.data, version: permalink.version)
    }

    /// The path without the suffix of a format.
    private var bare: String {
        let address = address
        return suffix.map { String(address.dropLast($0.suffix.count + 1)) } ?? address
    }

    /// Returns the URL of the same query in another format, without parameters that have no meaning there: as a path,
    /// and as a `name` relative to the URL of this request.
    func sibling(_ other: Format) -> (path: String, name: String) {
        let path = bare
        let url = path + "." + other.suffix + parameters.pairs.meant(in: other).query
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8[...$0].count } ?? 0
        return (url, String(decoding: url.utf8.dropFirst(folder), as: UTF8.self))
    }
}
