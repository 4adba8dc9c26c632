import Archive
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// A URL tied to a version of the dataset: `/api/v1/@1.0.0/events` is `/api/v1/events` as version 1.0.0 answers it, and
/// `/@1.0.0/events` is the page `/events`.
package struct Permalink {
    /// The `Cache-Control` of every permalink: what it answers never changes (RFC 8246).
    static let cacheControl = "public, max-age=31536000, immutable"

    /// The possible starts of the path, since a client may encode more than it must.
    private static let marks = [APIPath.root + "/@", APIPath.root + "/%40", "/@", "/%40"]

    package let version: String
    /// The path without the version.
    package let path: String
    private let query: String?

    /// Parses a permalink; nil if the path has no version of three numbers there.
    init?(of request: borrowing Request) {
        self.init(request.path, query: request.query)
    }

    /// Parses the path of a permalink, with the query that follows it.
    package init?(_ path: String, query: String? = nil) {
        guard path.utf8.contains(UInt8(ascii: "@")) || path.utf8.contains(UInt8(ascii: "%")),
            let mark = Permalink.marks.first(where: path.hasPrefix)
        else { return nil }
        let isOfAPI = mark.hasPrefix(APIPath.root)
        let rest = path.dropFirst(mark.count)
        let name = rest.prefix { $0 != "/" }
        // Whatever follows the third number is the suffix of the index: `/api/v1/@1.0.0.json`.
        let numbers = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
        guard let version = SemanticVersion(numbers.joined(separator: ".")) else { return nil }
        self.version = version.text
        let plain = rest.dropFirst(version.text.count)
        guard isOfAPI || plain.isEmpty || plain.count > 1 && plain.hasPrefix("/") else { return nil }
        self.path = isOfAPI ? APIPath.root + plain : plain.isEmpty ? "/" : String(plain)
        // What is both has one address.
        guard isOfAPI || !self.path.hasPrefix(APIPath.root) else { return nil }
        self.query = query
    }

    /// Returns the permalink of a path, with its query. A path that already is one stays the same.
    package static func path(_ path: String, version: String) -> String {
        let isOfAPI = isOfAPI(path)
        let rest =
            isOfAPI
            ? path.dropFirst(APIPath.root.count) : path == "/" || path.hasPrefix("/?") ? path.dropFirst() : path[...]
        if rest.hasPrefix("/@") { return path }
        return "\(isOfAPI ? APIPath.root : "")/@\(version)\(rest)"
    }

    /// Returns a path without the version that it may name.
    package static func plain(_ path: String) -> String { Permalink(path)?.path ?? path }

    /// Whether a path, with or without a query, is the API's root or below it.
    private static func isOfAPI(_ path: String) -> Bool {
        guard path.hasPrefix(APIPath.root) else { return false }
        return path.dropFirst(APIPath.root.count).first.map { "/.?".contains($0) } ?? true
    }

    /// Whether it is the address of a page, and not of the API.
    var isOfPage: Bool { !Permalink.isOfAPI(path) }

    /// The path of the same in the API, for a page that is also data.
    var data: String { APIPath.root + (path == "/" ? "" : path) }

    /// Returns the links to the same in other versions (RFC 5829), those that have it; to what it is a version of, even if that
    /// only used to be there (RFC 7089 sections 1.1 and 2.2.1), and to the list of versions. `snapshot` is that of the version.
    func links(_ releases: Releases, from snapshot: Snapshot) -> [Link] {
        let (predecessor, successor) = releases.neighbours(of: version)
        let address = target()
        let record = RecordAddress(address, in: snapshot)
        let isOfOne = Permalink.hasCursor(address)
        let served = { (other: String) in
            !isOfOne && record?.isServed(in: other, from: snapshot, of: releases) ?? true
        }
        return [
            latest(releases).address.map { Link($0, "latest-version") }, Link(address, "original"),
            Link(Timemap.path(of: address), "timemap", type: Timemap.mediaType),
            predecessor.flatMap { served($0) ? Link(target(in: $0), "predecessor-version") : nil },
            successor.flatMap { served($0) ? Link(target(in: $0), "successor-version") : nil },
        ].compactMap { $0 }
    }

    /// Returns path and query in a version; nil for the current one, whichever that is. Characters that clients may send
    /// although no URI has them are encoded, so that it is a valid URI.
    private func target(in version: String? = nil) -> String {
        let path = version.map { Permalink.path(self.path, version: $0) } ?? self.path
        return PercentEncoding.encode(path + (query.map { "?" + $0 } ?? ""), keeping: "%/?:@!$&'()*+,;=[]")
    }

    /// Whether an address goes on from a place in a list, as only the version does in which that list was begun.
    static func hasCursor(_ address: String) -> Bool {
        address.split(separator: "?", maxSplits: 1).dropFirst().first?.split(separator: "&").contains {
            $0.hasPrefix("cursor=")
        } ?? false
    }

    /// Why the version does not answer; nil if it is served. `isAnswered` says whether there is something at a path.
    func refusal(_ releases: Releases, below base: BasePath? = nil, isAnswered: (String) -> Bool) -> Problem? {
        var problem: Problem
        switch releases[version]?.standing {
        case .kept: return nil
        case .withdrawn(let reason):
            problem = Problem(.gone, Sentence(.problemWithdrawn, ["version": version]), Sentence(.text(reason)))
        case .absent: problem = Problem(.gone, Sentence(.problemGone, ["version": version]))
        case nil:
            problem = .notFound(
                Sentence(.problemVersion, ["version": version]),
                nearest: nearest(to: version, in: releases.served.map(\.version)))
        }
        let (latest, list) = latest(releases)
        let isThere = latest != nil && isAnswered(path)
        let instead = isThere ? latest : list.flatMap { isAnswered($0) ? $0 : nil }
        let lead = instead ?? (isOfPage ? "/" : APIPath.root)
        problem.lead = Problem.Lead(
            to: lead, Sentence(.problemCurrent, ["url": lead]), label: Sentence(.earlierCurrent))
        guard isThere, problem.status == .gone else { return problem }
        let links = [Link(base?.located(lead) ?? lead, "latest-version")].fitted().told
        if !links.isEmpty { problem.fields.append(.link) { links.write(to: &$0) } }
        return problem
    }

    /// Returns where the current version shows what the address does; where it does not, the path of its list.
    private func latest(_ releases: Releases) -> (address: String?, list: String?) {
        let address = target()
        let record = RecordAddress(address, in: releases.snapshot)
        if record?.isUndrawn(in: releases.snapshot) == true { return (nil, nil) }
        return switch record?.place(in: releases.snapshot) ?? .same {
        case .same: (address, nil)
        case .other(let path): (path, nil)
        case .gone(let list): (nil, list)
        }
    }
}
