/// The `traceparent` field of W3C Trace Context, which connects the logs of several services.
enum TraceParent {
    /// The length in bytes of version 00, with which every later version starts: version, trace-id, parent-id and
    /// trace-flags.
    private static let count = 55
    private static let dashes = [2, 35, 52]

    /// Returns the part of a field's value that may be passed on (W3C Trace Context section 3.2.2); nil if it is
    /// invalid. That is all of version 00, but of a later version only what version 00 has, as nothing may be assumed
    /// about the rest.
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

    /// Whether a byte is a HEXDIGLC of the standard: a digit or one of `a`…`f`.
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
}
