import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// A URL tied to a version of the dataset: `/api/v1/@1.0.0/events` is `/api/v1/events` while that version is loaded.
///
/// The figures are fixed, not the bytes: links in it lead to the current version, except those between the pages of a
/// list.
package struct Permalink {
    let version: String
    /// The path without the version.
    let path: String
    private let query: String?

    /// The possible starts of the path, since a client may encode more than it must.
    private static let marks = [APIPath.root + "/@", APIPath.root + "/%40"]
    /// The maximum length of a version in bytes.
    private static let longest = 32

    /// Parses a permalink; nil if the path has no version of three numbers there.
    init?(of request: borrowing Request) {
        let path = request.path
        guard let mark = Permalink.marks.first(where: path.hasPrefix) else { return nil }
        let rest = path.dropFirst(mark.count)
        let name = rest.prefix { $0 != "/" }
        // Whatever follows the third number is the suffix of the index: `/api/v1/@1.0.0.json`.
        let numbers = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
        guard numbers.count == 3,
            numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        version = numbers.joined(separator: ".")
        guard version.utf8.count <= Permalink.longest else { return nil }
        self.path = APIPath.root + rest.dropFirst(version.count)
        query = request.query
    }

    /// Returns the permalink of a path in the API. A path that already is one stays the same.
    package static func path(_ path: String, version: String) -> String {
        guard path.hasPrefix(APIPath.root), !path.hasPrefix(APIPath.root + "/@") else { return path }
        return "\(APIPath.root)/@\(version)\(path.dropFirst(APIPath.root.count))"
    }

    /// The link to the same resource in the loaded version (RFC 5829).
    var latest: Link {
        // Characters that clients may send although no URI has them are encoded, so that the link is a valid URI.
        Link(
            PercentEncoding.encode(path + (query.map { "?" + $0 } ?? ""), keeping: "%/?:@!$&'()*+,;=[]"),
            "latest-version")
    }

    /// The response if another version is loaded.
    var gone: Problem {
        var problem = Problem(.gone, Sentence(.problemGone, ["version": version, "url": latest.url]))
        let links = [latest].fitted().told
        if !links.isEmpty { problem.fields.append(.link) { links.write(to: &$0) } }
        return problem
    }
}
