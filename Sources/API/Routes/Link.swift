import HTTPCore

/// A typed link (RFC 8288), as it stands in the `Link` field.
struct Link: Sendable {
    /// A URI reference.
    let url: String
    /// A registered relation: `next`, `describedby`.
    let relation: String
    /// The media type of what is there, where that says something.
    var type: String?

    init(_ url: String, _ relation: String, type: String? = nil) {
        self.url = url
        self.relation = relation
        self.type = type
    }

    /// Appends a link-value of the `Link` field.
    func write(to octets: inout [UInt8]) {
        octets.append("<")
        octets += url.utf8
        octets.append(">; rel=\"")
        octets += relation.utf8
        octets.append("\"")
        guard let type else { return }
        octets.append("; type=\"")
        let start = octets.count
        octets += type.utf8
        if octets[start...].contains(UInt8(ascii: "\"")) {
            octets.replaceSubrange(start..., with: type.replacing("\"", with: "\\\"").utf8)
        }
        octets.append("\"")
    }
}

extension [Link] {
    /// Appends the value of the `Link` field.
    func write(to octets: inout [UInt8]) {
        for (place, link) in enumerated() {
            if place > 0 { octets.append(", ") }
            link.write(to: &octets)
        }
    }
}
