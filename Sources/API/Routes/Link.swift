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

    /// A link-value of the `Link` field.
    var text: String {
        "<\(url)>; rel=\"\(relation)\"" + (type.map { "; type=\"\($0.replacing("\"", with: "\\\""))\"" } ?? "")
    }
}
