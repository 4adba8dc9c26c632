/// Just enough of a JSON writer for problem details (RFC 8259).
struct JSONText {
    private(set) var octets: [UInt8] = []
    private var needsComma = false

    mutating func object(_ members: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { write(&self, element) }
        close(UInt8(ascii: "]"))
    }

    mutating func key(_ key: String) {
        string(key)
        octets.append(Octet.colon)
        needsComma = false
    }

    mutating func member(_ key: String, _ value: String?) {
        guard let value else { return }
        self.key(key)
        string(value)
    }

    mutating func member(_ key: String, _ value: Int) {
        self.key(key)
        separate()
        octets.append(contentsOf: String(value).utf8)
    }

    mutating func string(_ value: String) {
        separate()
        octets.append(Octet.quote)
        for octet in value.utf8 {
            switch octet {
            case Octet.quote, UInt8(ascii: "\\"):
                octets.append(contentsOf: [UInt8(ascii: "\\"), octet])
            case 0..<0x20:
                let hex = String(octet, radix: 16)
                octets.append(contentsOf: (octet < 16 ? "\\u000\(hex)" : "\\u00\(hex)").utf8)
            default:
                octets.append(octet)
            }
        }
        octets.append(Octet.quote)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        octets.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        octets.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { octets.append(Octet.comma) }
        needsComma = true
    }
}
