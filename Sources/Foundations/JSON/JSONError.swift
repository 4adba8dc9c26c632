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
    /// What stands there instead, in English.
    package let found: String
    /// The position in bytes, from 0.
    package let offset: Int
    package let position: TextPosition

    package init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
        self.reason = reason
        self.offset = offset
        found = JSONError.found(at: offset, in: bytes, reason)
        position = TextPosition.all(of: [offset], in: bytes)[0]
    }
}
