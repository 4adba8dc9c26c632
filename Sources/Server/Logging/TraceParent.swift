/// The field `traceparent` of W3C Trace Context, for whoever joins the logs of several services.
enum TraceParent {
    /// Bytes of version 00, which every later one begins with: version, trace-id, parent-id and trace-flags.
    private static let count = 55
    private static let dashes = [2, 35, 52]

    /// What may be passed on of a field's value (section 3.2.2): all of version 00; of a later version that part which
    /// version 00 knows, since nothing may be assumed of the rest. Nil for what is neither.
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

    /// HEXDIGLC.
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
}
