import Foundations

/// Field names that are looked for together in a single pass over a request's lines, or without one if the bits of
/// ``FieldName/presence`` show that none of them can be there.
package struct FieldNames: Sendable {
    let names: [FieldName]
    /// The union of the names' bits.
    let presence: UInt64

    /// Creates a set of at most 255 names.
    package init(_ names: [FieldName]) {
        self.names = names
        presence = names.reduce(0) { $0 | $1.presence }
    }
}

extension Request {
    /// Whether the request might have a line with one of the names. False is certain, true is not.
    func mayHave(anyOf names: FieldNames) -> Bool { head.presence & names.presence != 0 }

    /// Appends the target as received, what a trusted proxy says of scheme and host, and every line with one of `names`, in
    /// their order of arrival. Two requests produce the same key only if all of these are the same.
    package func appendKey(of names: FieldNames, to key: inout [UInt8]) {
        withTarget { key.append(copying: $0) }
        if head.isForwarded {
            // No name has this number.
            key.append(0)
            key.append(.max)
            key.append(head.scheme.rawValue)
            _ = withAuthority { key.append(copying: $0) }
        }
        guard mayHave(anyOf: names) else { return }
        withFields { fields in
            fields.forEachFieldLine { line in
                let name = fields.extracting(line.name)
                if let index = names.names.firstIndex(where: { name.equalsIgnoringCase($0.bytes.span) }) {
                    // Neither target nor values can contain control characters, so a zero separates them unambiguously.
                    key.append(0)
                    key.append(UInt8(truncatingIfNeeded: index))
                    key.append(copying: fields.extracting(line.value))
                }
                return true
            }
        }
    }
}
