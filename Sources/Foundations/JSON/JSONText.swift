/// Writes JSON (RFC 8259) without spaces, in the order of the calls. Commas are its own work; that every `key` is
/// followed by one value is the caller's.
package struct JSONText: Sendable {
    /// What is written so far.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Nothing written.
    package init() {}

    /// What stands in an object behind a value: the next is a member.
    package init(continuing bytes: [UInt8]) {
        self.bytes = bytes
        needsComma = true
    }

    /// Nothing written, with room for so many bytes.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// An object whose members `members` writes.
    @inlinable package mutating func object(_ members: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// An array, each element written by `write` as one value.
    @inlinable package mutating func array<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { write(&self, element) }
        close(UInt8(ascii: "]"))
    }

    /// A member's name; its value comes next.
    package mutating func key(_ key: String) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A member with a text; nothing for nil.
    package mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        self.key(key)
        string(value)
    }

    /// A member with a whole number.
    package mutating func member(_ key: String, _ value: Int) {
        self.key(key)
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimal: UInt64(value.magnitude))
    }

    /// A value that is JSON already: a numeral, `null`, a whole object.
    package mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// The same, of bytes that lie in a row.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// A text, escaped where RFC 8259 section 7 demands it and nowhere else.
    package mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(escaping: value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text in pieces, one behind the other, escaped likewise.
    package mutating func string(_ first: String, _ second: String, _ third: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(escaping: first)
        append(escaping: second)
        append(escaping: third)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping text: String) {
        // The pointer does not leave the closure.
        var text = text
        text.withUTF8 { bytes.append(escaping: $0) }
    }

    /// Ends an object that was begun in `init(continuing:)`.
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
    /// Appends UTF-8 as part of a JSON string.
    package mutating func append(escaping bytes: Span<UInt8>) {
        // The pointer does not leave the closure.
        bytes.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Runs that need no escape are appended at once.
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
