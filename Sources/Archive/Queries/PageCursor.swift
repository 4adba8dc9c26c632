import FoundationEssentials

/// Where a page begins, pinned to the query and the version of the data: 24 bytes as base64url, opaque to clients.
struct PageCursor: Hashable, Sendable {
    let version: UInt64
    let query: UInt64
    let offset: UInt64

    init(version: UInt64, query: UInt64, offset: Int) {
        self.version = version
        self.query = query
        self.offset = UInt64(clamping: offset)
    }

    /// nil for a text that no cursor has.
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
        let bytes = [version, query, offset].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
        return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }
}
