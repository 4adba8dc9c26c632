/// The position of one field line in a block of them.
struct FieldLine {
    let name: Range<Int>
    /// The value without surrounding whitespace.
    let value: Range<Int>
    /// The whole line including its CRLF.
    let whole: Range<Int>
}

/// Reading field lines that have already been validated: each is `name:value` and CRLF, and nothing else.
extension Span where Element == UInt8 {
    /// Visits the lines in order until `visit` returns false.
    func forEachFieldLine(_ visit: (FieldLine) -> Bool) {
        var start = 0
        while let colon = firstIndex(of: Byte.colon, in: start..<count),
            let end = firstIndex(of: Byte.carriageReturn, in: colon + 1..<count)
        {
            let next = Swift.min(end + 2, count)
            let line = FieldLine(name: start..<colon, value: trimmed(colon + 1..<end), whole: start..<next)
            guard visit(line) else { return }
            start = next
        }
    }

    /// Visits the values of the lines named `name` until `visit` returns false.
    func forEachFieldValue(_ name: FieldName, _ visit: (Range<Int>) -> Bool) {
        forEachFieldLine { line in
            guard extracting(line.name).equalsIgnoringCase(name.bytes.span) else { return true }
            return visit(line.value)
        }
    }

    /// Returns the values of all lines named `name`, joined by `, `; nil if there are none.
    func combinedFieldValue(_ name: FieldName) -> String? {
        var combined: [UInt8]?
        forEachFieldValue(name) { value in
            if combined == nil {
                combined = array(value)
            } else {
                combined?.append(contentsOf: [Byte.comma, Byte.space])
                combined?.append(contentsOf: array(value))
            }
            return true
        }
        return combined.map { String(decoding: $0, as: UTF8.self) }
    }
}
