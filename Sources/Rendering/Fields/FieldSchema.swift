import Foundations

/// What the values of a member can be, as a JSON Schema.
package enum FieldSchema: Sendable {
    /// A text in the language in which it was written.
    case text
    /// A text in the language of the answer.
    case localized
    /// A text in the language of the answer, or null.
    case optionalText
    case id, optionalID, ids
    /// A date or interval in EDTF.
    case edtf
    /// The first or the last day of a date; null where it has none.
    case day
    /// A number, or null.
    case number
    case flag
    case url
    case choice([String])
    /// What a definition says: `answer.json#/$defs/locator`.
    case reference(String)
    /// The same, or null.
    case optional(String)
    /// A list of what a definition says; of one at least, where it is never empty.
    case list(of: String, isEmpty: Bool = true)

    /// What the cells of a column with such values are.
    var datatype: Column.Datatype {
        switch self {
        case .edtf: .edtf
        case .day: .date
        case .number: .decimal
        case .flag: .boolean
        case .url: .uri
        default: .string
        }
    }

    /// What joins several texts in a cell; nil where there is one at most.
    var separator: String? {
        if case .ids = self { Column.ids } else { nil }
    }

    /// Whether there always is a value, and not a list.
    var isRequired: Bool {
        switch self {
        case .text, .localized, .id, .edtf, .flag, .url, .choice, .reference: true
        case .optionalText, .optionalID, .ids, .day, .number, .optional, .list: false
        }
    }

    /// Writes the schema, with what the member is about.
    func write(_ about: String?, to json: inout JSONText) {
        json.object { json in
            members(to: &json)
            guard let about else { return }
            if case .localized = self {
                json.member("description", about + " In the language of the answer.")
            } else {
                json.member("description", about)
            }
        }
    }

    private func members(to json: inout JSONText) {
        switch self {
        case .text, .localized:
            json.member("type", "string")
            json.member("minLength", value: 1)
        case .optionalText: json.member("type", values: ["string", "null"])
        case .id: json.member("$ref", "common.json#/$defs/id")
        case .optionalID: json.optional("common.json#/$defs/id")
        case .ids: json.member("$ref", "common.json#/$defs/ids")
        case .edtf: json.member("$ref", "common.json#/$defs/edtf")
        case .day: json.member("$ref", "answer.json#/$defs/day")
        case .number: json.member("type", values: ["number", "null"])
        case .flag: json.member("type", "boolean")
        case .url: json.member("$ref", "common.json#/$defs/url")
        case .choice(let words): json.member("enum", values: words)
        case .reference(let definition): json.member("$ref", definition)
        case .optional(let definition): json.optional(definition)
        case .list(let definition, let isEmpty):
            json.member("type", "array")
            json.key("items")
            json.object { $0.member("$ref", definition) }
            if !isEmpty { json.member("minItems", value: 1) }
        }
    }
}

extension JSONText {
    fileprivate mutating func optional(_ definition: String) {
        key("oneOf")
        array([("$ref", definition), ("type", "null")]) { json, member in
            json.object { $0.member(member.0, member.1) }
        }
    }
}
