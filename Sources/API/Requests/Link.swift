import Foundations
import Rendering

/// A typed link (RFC 8288), as it stands in the `Link` field.
package struct Link: Sendable {
    /// The URI reference, in pieces one behind the other: what several links share is not copied for each.
    let pieces: (String, String, String)
    /// A registered relation: `next`, `describedby`.
    let relation: String
    /// The media type of what is there, where that says something.
    let type: String?

    package init(_ url: String, _ relation: String, type: String? = nil) {
        self.init((url, "", ""), relation, type: type)
    }

    init(_ pieces: (String, String, String), _ relation: String, type: String? = nil) {
        self.pieces = pieces
        self.relation = relation
        self.type = type
    }

    /// A URI reference.
    package var url: String { pieces.0 + pieces.1 + pieces.2 }

    /// The bytes that it takes in the field, with what parts it from the next; more by what is quoted in a type.
    var count: Int {
        let url = pieces.0.utf8.count + pieces.1.utf8.count + pieces.2.utf8.count
        return url + relation.utf8.count + (type.map { $0.utf8.count + 9 } ?? 0) + 12
    }

    /// Appends a link-value of the `Link` field.
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
    /// So many bytes the `Link` field may take, that a head stays below 8 KiB whatever is asked: clients and proxies refuse
    /// longer ones. The other fields take less than 2 KiB.
    private static var mostBytes: Int { 6 * 1024 }

    /// What is left out first: what leads on stays longest, and what can be told from the URL goes.
    private static var dispensable: [String] { ["alternate", "latest-version", "cite-as", "first", "prev", "next"] }

    /// Parts the links into those that the `Link` field has room for, and those that are left out.
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
    /// A member with the URL of a link; null for none.
    mutating func member(_ relation: String, link: Link?) {
        key(relation)
        guard let link else { return null() }
        string(link.pieces.0, link.pieces.1, link.pieces.2)
    }

    /// Links that the `Link` field has no room for, by their relations.
    mutating func members(leftOut links: [Link]) {
        let alternates = links.filter { $0.relation == "alternate" }
        if !alternates.isEmpty { member("alternate", values: alternates.map(\.url)) }
        // The others stand in every body.
        for link in links where ["cite-as", "latest-version"].contains(link.relation) {
            member(link.relation, link: link)
        }
    }
}
