import Foundations
import HTTPCore
import Rendering

/// A URL that pins the version of the dataset: `/api/v1/@1.0.0/events` is `/api/v1/events` while that version is loaded.
///
/// The figures are pinned, not the bytes: links inside lead to the current version, but for those from one page of a
/// list to the next.
package struct Permalink {
    let version: String
    /// The path without the version.
    let path: String
    private let query: String?

    private static let root = APIPath.root
    /// How the path begins: a client may encode more than it must.
    private static let marks = [root + "/@", root + "/%40"]
    /// No version is longer, in bytes.
    private static let longest = 32

    /// nil where the path has no version of three numbers at that place.
    init?(of request: borrowing Request) {
        let path = request.path
        guard let mark = Permalink.marks.first(where: path.hasPrefix) else { return nil }
        let rest = path.dropFirst(mark.count)
        let name = rest.prefix { $0 != "/" }
        // What follows the third number is the suffix of the index: `/api/v1/@1.0.0.json`.
        let numbers = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
        guard numbers.count == 3,
            numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        version = numbers.joined(separator: ".")
        guard version.utf8.count <= Permalink.longest else { return nil }
        self.path = Permalink.root + rest.dropFirst(version.count)
        query = request.query
    }

    /// The permalink of a path of the API. One that is a permalink already stays what it is.
    package static func path(_ path: String, version: String) -> String {
        guard path.hasPrefix(root), !path.hasPrefix(root + "/@") else { return path }
        return "\(root)/@\(version)\(path.dropFirst(root.count))"
    }

    /// The same resource in the version that is loaded (RFC 5829).
    var latest: Link {
        // What a client may send and no URI has is encoded, so that a link is one.
        Link(
            PercentEncoding.encode(path + (query.map { "?" + $0 } ?? ""), keeping: "%/?:@!$&'()*+,;=[]"),
            "latest-version")
    }

    /// The answer where another version is loaded.
    var gone: Problem {
        var problem = Problem(
            .gone, detail: "Version \(version) of the dataset is not loaded. \(latest.url) is of the version that is.")
        let links = [latest].fitted().told
        if !links.isEmpty { problem.fields.append(.link) { links.write(to: &$0) } }
        return problem
    }
}
