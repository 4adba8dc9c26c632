extension [UInt8] {
    /// Appends the bytes of a span.
    package mutating func append(copying bytes: Span<UInt8>) {
        // The pointer does not escape the closure.
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends text as UTF-8.
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a number in decimal notation.
    package mutating func append(decimal number: UInt64) {
        var digits = 1
        var rest = number / 10
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        append(addingCapacity: digits) { span in
            span.append(repeating: 0x30, count: digits)
            rest = number
            for place in stride(from: digits - 1, through: 0, by: -1) {
                span[place] += UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }
}
