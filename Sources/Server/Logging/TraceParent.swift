/// The field `traceparent` of W3C Trace Context, by which the logs of several services are joined.
enum TraceParent {
    /// The bytes of version 00, with which every later version begins: version, trace-id, parent-id and trace-flags.
    private static let count = 55
    private static let dashes = [2, 35, 52]

    /// Returns the part of a field's value that may be passed on (section 3.2.2): all of version 00, and of a later
    /// version the part that version 00 has, since nothing may be assumed about the rest. Returns nil for any other
    /// value.
    static func known(of value: String) -> ArraySlice<UInt8>? {
        let bytes = Array(value.utf8)
        guard bytes.count >= count else { return nil }
        let known = bytes[..<count]
        for (place, byte) in known.enumerated() {
            guard dashes.contains(place) ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { return nil }
        }
        switch String(decoding: known[..<2], as: UTF8.self) {
        case "ff": return nil
        case "00": guard bytes.count == count else { return nil }
        default: guard bytes.count == count || bytes[count] == UInt8(ascii: "-") else { return nil }
        }
        let isZero = { (range: Range<Int>) in bytes[range].allSatisfy { $0 == UInt8(ascii: "0") } }
        return isZero(3..<35) || isZero(36..<52) ? nil : known
    }

    /// Returns whether a byte is a HEXDIGLC of the standard: a digit or a lower-case letter up to f.
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
}
