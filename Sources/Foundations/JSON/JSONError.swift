/// Why bytes are no JSON text that we read.
package struct JSONError: Error, Hashable, Sendable {
    package enum Reason: String, Sendable {
        case byteOrderMark = "no byte order mark (RFC 8259 section 8.1)"
        case depth = "at most 64 levels of nesting"
        case duplicateName = "a name that the object does not have yet"
        case end = "nothing after the value"
        case escape = "an escape that JSON has, surrogates in pairs"
        case controlCharacter = "a control character to be escaped"
        case encoding = "UTF-8"
        case name = "a member name in quotation marks"
        case numeral = "a JSON numeral"
        case punctuation = "a comma or the end of the list"
        case colon = "a colon"
        case quotationMark = "a closing quotation mark"
        case value = "a JSON value"
    }

    package let reason: Reason
    /// In bytes, 0 for the first.
    package let offset: Int
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    package init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
        self.reason = reason
        self.offset = offset
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // Continuation bytes of UTF-8 begin with the bits 10.
        column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    }
}
