/// A writer of compact JSON (RFC 8259), in the order of the calls. It adds the commas; the caller must follow every
/// `key` with exactly one value.
package struct JSONText: Sendable {
    /// The text written so far.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Creates an empty text.
    package init() {}

    /// Continues an unfinished object whose `bytes` end after a value; a member comes next.
    package init(continuing bytes: [UInt8]) {
        self.bytes = bytes
        needsComma = true
    }

    /// Creates an empty text with space for `capacity` bytes.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes an object with the members that `members` writes.
    @inlinable package mutating func object(_ members: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array; `write` must write each element as one value.
    @inlinable package mutating func array<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { write(&self, element) }
        close(UInt8(ascii: "]"))
    }

    /// Writes the name of a member. Its value must follow.
    package mutating func key(_ key: String) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a member with a string; nothing if it is nil.
    package mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        self.key(key)
        string(value)
    }

    /// Writes a member with a whole number.
    package mutating func member(_ key: String, _ value: Int) {
        self.key(key)
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimal: UInt64(value.magnitude))
    }

    /// Writes a value that is already JSON, such as a number, `null` or a whole object.
    package mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// Writes contiguous bytes that are already JSON.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// Writes a string, escaping only what RFC 8259 section 7 requires.
    package mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(escaping: value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes three texts as a single string.
    package mutating func string(_ first: String, _ second: String, _ third: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(escaping: first)
        append(escaping: second)
        append(escaping: third)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping text: String) {
        // The pointer does not escape the closure.
        var text = text
        text.withUTF8 { bytes.append(escaping: $0) }
    }

    /// Ends an object that was started in ``init(continuing:)``.
    package mutating func endObject() { close(UInt8(ascii: "}")) }

    @usableFromInline mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    @usableFromInline mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

extension [UInt8] {
    /// Appends UTF-8 escaped for a JSON string.
    package mutating func append(escaping bytes: Span<UInt8>) {
        // The pointer does not escape the closure.
        bytes.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends UTF-8 escaped for a JSON string, copying runs that need no escaping at once.
    fileprivate mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        let span = text.span
        while true {
            let index = span.firstToEscape(in: start..<text.count)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            guard index < text.count else { return }
            let byte = text[index]
            start = index + 1
            if byte < 0x20 {
                let hex = String(byte, radix: 16)
                append(contentsOf: (byte < 16 ? "\\u000\(hex)" : "\\u00\(hex)").utf8)
            } else {
                append(UInt8(ascii: "\\"))
                append(byte)
            }
        }
    }
}
