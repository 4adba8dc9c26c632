import Foundations
import Rendering

/// A typed link, as in the `Link` field (RFC 8288).
package struct Link: Sendable {
    /// The URI reference in pieces to be joined, so that what several links share is not copied for each.
    let pieces: (String, String, String)
    /// A registered relation type, such as `next` or `describedby`.
    package let relation: String
    /// The media type of the target, if that is informative.
    package let type: String?

    package init(_ url: String, _ relation: String, type: String? = nil) {
        self.init((url, "", ""), relation, type: type)
    }

    /// Creates a link whose URL is in pieces.
    package init(_ pieces: (String, String, String), _ relation: String, type: String? = nil) {
        self.pieces = pieces
        self.relation = relation
        self.type = type
    }

    /// The URI reference.
    package var url: String { pieces.0 + pieces.1 + pieces.2 }

    /// Whether the target is another resource of the dataset, in the version of the response.
    var isOfVersion: Bool { ["collection", "about", "via", "describes"].contains(relation) && pieces.0.hasPrefix("/") }

    /// Returns the link to the target in the version that a request names.
    func located(_ context: borrowing RequestContext) -> Link {
        Link((context.located(pieces.0), pieces.1, pieces.2), relation, type: type)
    }

    /// Returns the link with the path below which everything is served.
    func located(below base: BasePath) -> Link {
        Link((base.located(pieces.0), pieces.1, pieces.2), relation, type: type)
    }

    /// The bytes that the link takes in the field, including the separator. Quoting in a type adds to it.
    var count: Int {
        let url = pieces.0.utf8.count + pieces.1.utf8.count + pieces.2.utf8.count
        return url + relation.utf8.count + (type.map { $0.utf8.count + 9 } ?? 0) + 12
    }

    /// Appends the link as a link-value of the `Link` field.
    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += pieces.0.utf8
        if !pieces.1.isEmpty { bytes += pieces.1.utf8 }
        if !pieces.2.isEmpty { bytes += pieces.2.utf8 }
        bytes.append(">; rel=\"")
        bytes += relation.utf8
        bytes.append(UInt8(ascii: "\""))
        guard let type else { return }
        bytes.append("; type=\"")
        if type.utf8.contains(UInt8(ascii: "\"")) {
            bytes += type.replacing("\"", with: "\\\"").utf8
        } else {
            bytes += type.utf8
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension [Link] {
    /// The maximum size of the `Link` field in bytes. The other fields take less than 2 KiB, so that a head stays below
    /// 8 KiB, whatever is requested: clients and proxies refuse longer ones.
    private static var mostBytes: Int { 6 * 1024 }

    /// The relations omitted first, in that order: those that can be derived from the URL go first, those that lead on
    /// stay longest.
    private static var dispensable: [String] {
        [
            "alternate", "item", "predecessor-version", "successor-version", "original", "timemap", "latest-version",
            "cite-as",
            "first",
            "prev", "next",
        ]
    }

    /// Divides the links into those for which the `Link` field has room and those left out.
    func fitted() -> (told: [Link], left: [Link]) {
        var count = reduce(0) { $0 + $1.count }
        guard count > [Link].mostBytes else { return (self, []) }
        let ranks = map { [Link].dispensable.firstIndex(of: $0.relation) ?? [Link].dispensable.count }
        let order = indices.sorted { ranks[$0] == ranks[$1] ? $0 > $1 : ranks[$0] < ranks[$1] }
        let left = Set(
            order.prefix { index in
                defer { count -= self[index].count }
                return count > [Link].mostBytes
            })
        return (indices.filter { !left.contains($0) }.map { self[$0] }, left.sorted().map { self[$0] })
    }

    /// Appends the value of the `Link` field.
    func write(to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + reduce(0) { $0 + $1.count })
        for (place, link) in enumerated() {
            if place > 0 { bytes.append(", ") }
            link.write(to: &bytes)
        }
    }
}

extension JSONText {
    /// Writes a member with the URL of a link, or null if there is none.
    mutating func member(_ relation: String, link: Link?) {
        key(relation)
        guard let link else { return null() }
        string(link.pieces.0, link.pieces.1, link.pieces.2)
    }

    /// Writes members for the links for which the `Link` field has no room, by relation.
    mutating func members(leftOut links: [Link]) {
        let alternates = links.filter { $0.relation == "alternate" }
        if !alternates.isEmpty { member("alternate", values: alternates.map(\.url)) }
        // The others are in every body.
        let told = ["cite-as", "latest-version", "predecessor-version", "successor-version", "original", "timemap"]
        for link in links where told.contains(link.relation) {
            member(link.relation, link: link)
        }
    }
}
