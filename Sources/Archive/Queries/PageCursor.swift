import FoundationEssentials

/// The start of a page, tied to the query and the version of the data: 24 bytes in base64url, opaque to clients.
struct PageCursor: Hashable, Sendable {
    let version: UInt64
    let query: UInt64
    let offset: UInt64

    init(version: UInt64, query: UInt64, offset: Int) {
        self.version = version
        self.query = query
        self.offset = UInt64(clamping: offset)
    }

    /// Reads a cursor; nil if the text cannot be one.
    init?(_ text: String) {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        guard let data = Data(base64Encoded: base64), data.count == 24 else { return nil }
        let words = stride(from: 0, to: 24, by: 8).map { start in
            data.dropFirst(start).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        (version, query, offset) = (words[0], words[1], words[2])
        guard self.text == text else { return nil }
    }

    var text: String {
        // 24 bytes make 32 digits of 6 bits, starting with the highest bits of each word.
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        var (rest, bits) = (UInt64(0), UInt64(0))
        for word in [version, query, offset] {
            for byte in stride(from: UInt64(56), through: 0, by: -8) {
                rest = rest << 8 | (word >> byte & 0xFF)
                bits += 8
                while bits >= 6 {
                    bits -= 6
                    digits.append(PageCursor.digits[Int(rest >> bits & 0x3F)])
                }
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The base64url alphabet (RFC 4648 section 5).
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
