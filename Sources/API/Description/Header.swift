import Foundations
import HTTPCore
import Rendering

/// A response field as described in OpenAPI.
struct Header: Sendable {
    let name: String
    let about: String
    private let field: FieldName?
    /// Whether all responses have the field; otherwise it is described wherever it may occur.
    private let isRegular: Bool

    private init(_ name: String, _ about: String, isRegular: Bool = true) {
        self.name = name
        self.about = about
        self.isRegular = isRegular
        field = FieldName(name)
    }

    static let all = [
        Header("ETag", "The strong validator of the representation."),
        Header("Last-Modified", "When the dataset was last changed."),
        Header("Cache-Control", "How long the answer may be kept, or that it may not."),
        Header("Vary", "The request fields that the representation was chosen by."),
        Header("Link", "Other pages, other formats, the schema and the licence (RFC 8288)."),
        Header("Content-Language", "The language of titles and other texts."),
        Header("Content-Encoding", "gzip, where Accept-Encoding allows it and it is worth it.", isRegular: false),
        Header("Accept-Ranges", "That parts can be asked for by Range.", isRegular: false),
        Header("Access-Control-Allow-Origin", "That any page may read the answer."),
        Header("Access-Control-Expose-Headers", "What a page may read of the fields."),
        Header("X-Content-Type-Options", "That the type is not to be guessed."),
        Header("Cross-Origin-Resource-Policy", "That any page may embed the answer."),
        Header("Referrer-Policy", "How much a link that leads away tells."),
        Header("Content-Security-Policy", "What a picture may load: nothing.", isRegular: false),
        Header("X-Request-ID", "The request in the server's log.", isRegular: false),
    ]

    /// Whether responses with these fields can have this one; nil stands for those of a representation.
    func stands(in fields: Fields?) -> Bool {
        guard isRegular, let field, let fields else { return true }
        return fields[field] != nil
    }

    func write(to json: inout JSONText) {
        json.object { json in
            json.member("description", about)
            if isRegular { json.member("required", value: true) }
            json.key("schema")
            json.object { $0.member("type", "string") }
        }
    }
}
