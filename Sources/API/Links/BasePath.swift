import HTTPCore

/// The path below which clients reach everything, such as `/histories/lithuania`, so that several services share a host.
///
/// Answers are written as if there were none; then it is put before each of their links. A request may come with it or
/// without it, as a proxy in front leaves it or takes it off.
package final class BasePath: Sendable {
    /// Starts with a slash and ends without one.
    let path: String
    /// The first segments of all paths, without suffixes.
    private let segments: Set<Substring>

    /// Creates the base path of an origin; nil if it has none. `patterns` are those of all routes.
    init?(of origin: Origin?, patterns: [String]) {
        guard let path = origin?.path, !path.isEmpty else { return nil }
        self.path = path
        segments = Set(patterns.map(BasePath.segment))
    }

    /// Returns a link with the path before it. One that leads elsewhere stays.
    func located(_ link: String) -> String { link.hasPrefix("/") ? path + link : link }

    /// Returns the response to a request, whose body has the path before each of its links. What is no problem has it already.
    func located(_ response: Response, to request: borrowing Request) -> Response {
        guard response.status.code >= 400 else { return response }
        var response = response
        let values = ((try? request.queryString())?.items ?? []).map(\.value)
        response.body = located(
            response.body, as: response.fields[.contentType] ?? "", asked: values, isProblem: true)
        return response
    }

    /// Returns a body with the path before each of its links: in markup those that attributes have, elsewhere what begins like
    /// something that is served. `values` are those of the query, of which an answer may tell: they stay as they were asked.
    /// A problem has paths in its sentences too. Styles, scripts and citations have none.
    func located(_ body: Body, as mediaType: String, asked values: [String], isProblem: Bool = false) -> Body {
        let isMarkup = ["text/html", "image/svg+xml", "application/atom+xml"].contains(where: mediaType.hasPrefix)
        let isJSON = mediaType.contains("json")
        guard isMarkup || isJSON || ["text/plain", "text/csv"].contains(where: mediaType.hasPrefix) else { return body }
        let asked = values.filter { $0.utf8.contains(UInt8(ascii: "/")) }
        return LinkText(isJSON: isJSON && !isProblem).rewrite(body) { [self] found in
            let isLink =
                found.isAttribute && isMarkup
                || (!isMarkup || isProblem) && leads(found) && !asked.contains { $0.contains(found.link) }
                || found.isMember("instance") && isProblem
            return isLink ? .link(path + found.link) : .kept
        }
    }

    private func leads(_ found: LinkText.Found) -> Bool {
        let segment = BasePath.segment(found.link)
        if segment.isEmpty { return found.isQuoted && !found.link.hasPrefix("//") }
        return segments.contains(segment) || segment.hasPrefix("@")
    }

    /// Returns the first segment of a path, as far as its suffix.
    private static func segment(_ path: String) -> Substring {
        let segment = path.dropFirst().prefix { !"/?#".contains($0) }
        // A name such as `.well-known` begins with a dot.
        return segment.prefix(1) + segment.dropFirst().prefix { $0 != "." }
    }
}
