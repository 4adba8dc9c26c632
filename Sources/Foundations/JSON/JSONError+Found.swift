extension JSONError {
    /// Returns what stands where the error is, in English: what people write into JSON and it does not have, by its name.
    static func found(at offset: Int, in bytes: [UInt8], _ reason: Reason) -> String {
        if let encoding = otherEncoding(of: bytes) { return encoding }
        switch reason {
        case .byteOrderMark: return "one"
        case .encoding: return "bytes that are no UTF-8"
        case .duplicateName:
            return String(decoding: bytes[offset..<JSONBatch.endOfValue(in: bytes, from: offset)], as: UTF8.self)
        default: break
        }
        let rest = bytes[min(max(offset, 0), bytes.count)...].prefix(64)
        guard let first = rest.first else { return "the end of the file" }
        let before = bytes[..<rest.startIndex].last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        switch first {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if before == UInt8(ascii: ",") { return "a comma before it that nothing follows" }
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return "a comment, which JSON does not have"
        case UInt8(ascii: "'"): return "a single quotation mark"
        case UInt8(ascii: "\n") where reason == .controlCharacter: return "the end of the line in a text"
        default: break
        }
        guard !(0..<0x20).contains(first), first != 0x7F else {
            return "the byte 0x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
        }
        let text = String(decoding: rest, as: UTF8.self)
        let word = text.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }.prefix(20)
        guard word.isEmpty else { return "“\(word)”" }
        let mark = text.prefix(1)
        return "“”„«»‘’".contains(mark) ? "\(mark), a quotation mark of prose" : "“\(mark)”"
    }

    /// What else than UTF-8 the text is written in, as far as its first bytes tell.
    private static func otherEncoding(of bytes: [UInt8]) -> String? {
        let first = Array(bytes.prefix(4))
        if first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
        // JSON begins with ASCII, so that one of two bytes is 0.
        return first.count > 1 && (first[0] == 0) != (first[1] == 0) ? "UTF-16" : nil
    }
}
