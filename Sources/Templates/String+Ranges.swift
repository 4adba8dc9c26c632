import Foundations

extension String {
    /// The text with its ranges, such as 62,500–63,499, each on one line: behind a dash between digits, where a browser would
    /// break the line, stands a word joiner.
    var withWholeRanges: String {
        guard hasByte(0xE2) else { return self }
        let dash: [UInt8] = [0xE2, 0x80, 0x93]
        let bytes = Array(utf8)
        var joined: [UInt8] = []
        // The position up to which all is joined.
        var start = 0
        for place in bytes.indices where bytes[place] == dash[0] && bytes[place...].starts(with: dash) {
            let end = place + dash.count
            guard bytes[..<place].suffix(4).lastScalar?.isDigit == true,
                bytes[end...].prefix(4).firstScalar?.isDigit == true
            else { continue }
            joined += bytes[start..<end]
            joined += [0xE2, 0x81, 0xA0]
            start = end
        }
        return start == 0 ? self : String(decoding: joined + bytes[start...], as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// The first scalar of UTF-8 that may end within another.
    fileprivate var firstScalar: Unicode.Scalar? { String(decoding: self, as: UTF8.self).unicodeScalars.first }

    /// The last scalar of UTF-8 that may begin within another.
    fileprivate var lastScalar: Unicode.Scalar? { String(decoding: self, as: UTF8.self).unicodeScalars.last }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
