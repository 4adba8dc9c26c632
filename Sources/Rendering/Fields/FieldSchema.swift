import Foundations

/// The type of a member's values, as a JSON Schema.
package enum FieldSchema: Sendable {
    /// A text in its original language.
    case text
    /// A text in the language of the response.
    case localized
    /// A text in the language of the response, or null.
    case optionalText
    case id, optionalID, ids
    /// A date or interval as EDTF.
    case edtf
    /// The first or last day of a date; null if it has none.
    case day
    /// A number, or null.
    case number
    case flag
    case url
    case choice([String])
    /// A value of a definition: `answer.json#/$defs/locator`.
    case reference(String)
    /// A value of a definition, or null.
    case optional(String)
    /// A list of values of a definition. `isEmpty` is false if it always has at least one.
    case list(of: String, isEmpty: Bool = true)

    /// The datatype of a column with these values.
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

    /// The separator of several texts in one cell; nil if there is at most one.
    var separator: String? {
        if case .ids = self { Column.ids } else { nil }
    }

    /// Whether there is always a single value, not a list.
    var isRequired: Bool {
        switch self {
        case .text, .localized, .id, .edtf, .flag, .url, .choice, .reference: true
        case .optionalText, .optionalID, .ids, .day, .number, .optional, .list: false
        }
    }

    /// Writes the schema, including the description of the member.
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
