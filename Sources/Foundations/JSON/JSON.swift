/// A JSON value (RFC 8259) as written: numbers by their numeral, objects in the order of their members.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The numeral, unchanged: no figure passes through binary floating point.
    case number(String)
    case string(String)
    case array([JSON])
    /// No name occurs twice.
    case object([Member])

    /// A name and its value.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSON

        /// Takes each member as it is.
        package init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Reads a text as `JSONReader` does; nil for what is none.
    package init?(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes) else { return nil }
        self = value
    }

    /// The member of that name; nil when there is none, or this is no object.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements; none when this is no array.
    package var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text; nil when this is none.
    package var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The value as the `found` of a problem: itself when it is short, else what it is.
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
        // To count a text is to walk it.
        text.dropFirst(60).isEmpty ? text : text.prefix(59) + "…"
    }
}
