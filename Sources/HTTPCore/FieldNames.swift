import Foundations

/// A few names that are looked for together: in one pass over a request's lines, or none where their bits show that
/// there is none of them.
package struct FieldNames: Sendable {
    let names: [FieldName]
    /// The union of the names' bits.
    let presence: UInt64

    /// At most 255 names.
    package init(_ names: [FieldName]) {
        self.names = names
        presence = names.reduce(0) { $0 | $1.presence }
    }
}

extension Request {
    /// False only where the request has a line of none of the names.
    func mayHave(anyOf names: FieldNames) -> Bool { head.presence & names.presence != 0 }

    /// Appends the target as received, then every line of one of the names, in their order. Two requests append the same
    /// only where all of this is the same.
    package func appendKey(of names: FieldNames, to key: inout [UInt8]) {
        withTarget { key.append(copying: $0) }
        guard mayHave(anyOf: names) else { return }
        withFields { fields in
            fields.forEachFieldLine { line in
                let name = fields.extracting(line.name)
                if let index = names.names.firstIndex(where: { name.equalsIgnoringCase($0.bytes.span) }) {
                    // No target and no value holds a control, so that a zero parts them.
                    key.append(0)
                    key.append(UInt8(truncatingIfNeeded: index))
                    key.append(copying: fields.extracting(line.value))
                }
                return true
            }
        }
    }
}
