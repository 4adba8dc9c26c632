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

    /// Returns a response whose body has the path before each of its links. What is no problem has it already.
    func located(_ response: Response) -> Response {
        guard response.status.code >= 400 else { return response }
        var response = response
        response.body = located(response.body, as: response.fields[.contentType] ?? "")
        return response
    }

    /// Returns a body with the path before each of its links. What looks like one, and begins with nothing that is served,
    /// stays. Styles, scripts and citations have none.
    func located(_ body: Body, as mediaType: String) -> Body {
        let isProblem = mediaType.hasPrefix(ProblemDetails.mediaType)
        let isJSON = mediaType.contains("json") && !isProblem
        let isText = ["text/html", "text/plain", "text/csv", "image/svg+xml", "application/atom+xml"]
            .contains(where: mediaType.hasPrefix)
        guard isJSON || isProblem || isText else { return body }
        return LinkText(isJSON: isJSON).rewrite(body) { [self] found in
            leads(found) ? .link(path + found.link) : .kept
        }
    }

    private func leads(_ found: LinkText.Found) -> Bool {
        let segment = BasePath.segment(found.link)
        if segment.isEmpty { return found.isQuoted && !found.link.hasPrefix("//") }
        return segments.contains(segment) || segment.hasPrefix("@") || found.isMember("instance")
    }

    /// Returns the first segment of a path, as far as its suffix.
    private static func segment(_ path: String) -> Substring {
        let segment = path.dropFirst().prefix { !"/?#".contains($0) }
        // A name such as `.well-known` begins with a dot.
        return segment.prefix(1) + segment.dropFirst().prefix { $0 != "." }
    }
}
