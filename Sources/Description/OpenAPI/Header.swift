import API
import Foundations
import HTTPCore
import Rendering
import Wording

/// A response field as described in OpenAPI.
struct Header: Sendable {
    let name: String
    private let field: FieldName?
    /// Whether all responses have the field; otherwise it is described wherever it may occur.
    private let isRegular: Bool

    private init(_ name: String, isRegular: Bool) {
        self.name = name
        self.isRegular = isRegular
        field = FieldName(name)
    }

    static let all =
        [
            "ETag", "Last-Modified", "Cache-Control", "Vary", "Link", "Content-Language", "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers", "X-Content-Type-Options", "Cross-Origin-Resource-Policy",
            "Referrer-Policy", "Surrogate-Key", "Cache-Tag",
        ].map { Header($0, isRegular: true) }
        + ["Content-Encoding", "Accept-Ranges", "Content-Security-Policy", "X-Request-ID"].map {
            Header($0, isRegular: false)
        }

    /// Whether responses with these fields can have this one; nil stands for those of a representation.
    func stands(in fields: Fields?) -> Bool {
        guard isRegular, let field, let fields else { return true }
        return fields[field] != nil
    }

    func write(to json: inout JSONText, in language: Language) {
        json.object { json in
            json.member("description", Phrase.label(.header, name)[language])
            if isRegular { json.member("required", value: true) }
            json.key("schema")
            json.object { $0.member("type", "string") }
        }
    }
}
