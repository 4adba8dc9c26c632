/// A JSON value (RFC 8259) as written: numbers keep their digits, and objects the order of their members.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number exactly as written: no figure passes through binary floating point.
    case number(String)
    case string(String)
    case array([JSON])
    /// The members, no two with the same name.
    case object([Member])

    /// A member of an object.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSON

        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Parses a JSON text as strictly as ``JSONReader`` does; nil if it is not valid.
    package init?(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes) else { return nil }
        self = value
    }

    /// The value of the member `name`; nil if there is none or this is not an object.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of an array; empty for any other value.
    package var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string; nil for any other value.
    package var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The value as shown after `found` in a message: itself if it is short, otherwise what it is.
    package var summary: String {
        switch self {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number(let numeral): JSON.shortened(numeral)
        case .string(let string): "\"\(JSON.shortened(string))\""
        case .array(let elements): elements.isEmpty ? "an empty array" : "an array"
        case .object(let members): members.isEmpty ? "an empty object" : "an object"
        }
    }

    private static func shortened(_ text: String) -> String {
        // Not `count`, which walks the whole text.
        text.dropFirst(60).isEmpty ? text : text.prefix(59) + "…"
    }
}
