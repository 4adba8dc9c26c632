/// Why bytes are not a JSON text that ``JSONReader`` accepts.
package struct JSONError: Error, Hashable, Sendable {
    package enum Reason: String, Sendable {
        case byteOrderMark = "no byte order mark (RFC 8259 section 8.1)"
        case depth = "at most 64 levels of nesting"
        case duplicateName = "a name that is not already in the object"
        case end = "nothing after the value"
        case escape = "a valid escape, with surrogates in pairs"
        case controlCharacter = "control characters to be escaped"
        case encoding = "UTF-8"
        case name = "a member name in quotation marks"
        case numeral = "a JSON number"
        case punctuation = "a comma or the end of the list"
        case colon = "a colon"
        case quotationMark = "a closing quotation mark"
        case value = "a JSON value"
    }

    package let reason: Reason
    /// The position in bytes, from 0.
    package let offset: Int
    /// The line, from 1.
    package let line: Int
    /// The column in Unicode scalars, from 1.
    package let column: Int

    package init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
        self.reason = reason
        self.offset = offset
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // Continuation bytes of UTF-8 start with the bits 10 and do not count.
        column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }
}
