import API

/// A link in an answer, in parts.
struct StaticLink {
    /// Without the path below which everything is served.
    let path: String
    /// With `#`; empty if there is none.
    let fragment: String
    private let query: [Substring]

    /// Divides a link that was found.
    init(_ found: LinkText.Found, below base: String) {
        let parts = found.link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        fragment = parts.count > 1 ? "#" + parts[1] : ""
        let target = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let isBelow = !found.isAbsolute && !base.isEmpty && target[0].hasPrefix(base + "/")
        path = String(target[0].dropFirst(isBelow ? base.count : 0))
        query = target.count > 1 ? target[1].replacing("&amp;", with: "&").split(separator: "&").map { $0[...] } : []
    }

    /// The language that the link names.
    var language: String? { value(of: "lang").map(String.init) }

    func value(of name: String) -> Substring? {
        query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
    }

    /// Whether the query has a parameter that is all of a target's.
    func names(queryOf target: String) -> Bool { query.contains { target.hasSuffix("?" + $0) } }
}
