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
    func write(to text: inout String) {
        text += "<"
        text += url
        text += ">; rel=\""
        text += relation
        text += "\""
        guard let type else { return }
        let isPlain = !type.utf8.contains(UInt8(ascii: "\""))
        text += "; type=\""
        text += isPlain ? type : type.replacing("\"", with: "\\\"")
        text += "\""
    }
}

extension [Link] {
    /// The value of the `Link` field.
    var text: String {
        var text = ""
        for link in self {
            if !text.isEmpty { text += ", " }
            link.write(to: &text)
        }
        return text
    }
}
