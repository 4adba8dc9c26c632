import Foundations

/// The bytes that have a name in the grammar of HTTP.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let quote = UInt8(ascii: "\"")
    static let slash = UInt8(ascii: "/")
    static let question = UInt8(ascii: "?")
    static let star = UInt8(ascii: "*")
    static let percent = UInt8(ascii: "%")
}

extension UInt8 {
    /// Whether this is SP or HTAB, the optional whitespace of RFC 9110 section 5.6.3.
    var isWhitespace: Bool { self == Byte.space || self == Byte.tab }

    /// Whether this is a control character other than HTAB, which is not allowed anywhere in a head.
    var isForbiddenControl: Bool { (self < 0x20 && self != Byte.tab) || self == 0x7F }

    /// Whether this is a tchar (RFC 9110 section 5.6.2).
    var isToken: Bool { isMember(low: 0x03FF_6CFA_0000_0000, high: 0x57FF_FFFF_C7FF_FFFE) }

    /// Whether this can be part of a registered name: unreserved, sub-delims or `%` (RFC 3986 section 3.2.2).
    var isHostByte: Bool { isMember(low: 0x2BFF_7FF2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE) }
}

extension Span where Element == UInt8 {
    /// Whether the bytes are exactly those of `text`; case matters.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in 0..<count where self[index] != expected[index] { return false }
            return true
        }
    }

    /// Whether the bytes equal `lowercase`, which must be in lower case, ignoring ASCII case.
    func equalsIgnoringCase(_ lowercase: Span<UInt8>) -> Bool {
        guard count == lowercase.count else { return false }
        for index in 0..<count where self[index].lowercased != lowercase[index] { return false }
        return true
    }

    /// Whether the bytes equal `lowercase`, which must be in lower case, ignoring ASCII case.
    func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
        guard count == lowercase.utf8CodeUnitCount else { return false }
        return lowercase.withUTF8Buffer { expected in
            for index in 0..<count where self[index].lowercased != expected[index] { return false }
            return true
        }
    }

    /// The number of a port in one to five decimal digits; nil if they are anything else.
    var portNumber: UInt16? {
        guard (1...5).contains(count) else { return nil }
        var number = 0
        for index in 0..<count {
            guard self[index].isDigit else { return nil }
            number = number * 10 + Int(self[index] &- 0x30)
        }
        return UInt16(exactly: number)
    }

    /// Returns `range` without spaces and tabs at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, self[lower].isWhitespace { lower += 1 }
        while lower < upper, self[upper - 1].isWhitespace { upper -= 1 }
        return lower..<upper
    }

    /// Decodes the bytes in `range` as UTF-8, replacing invalid sequences with U+FFFD.
    func text(_ range: Range<Int>) -> String {
        // The pointer does not escape the closure.
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Copies the bytes in `range`.
    func array(_ range: Range<Int>) -> [UInt8] {
        // The pointer does not escape the closure.
        extracting(range).withUnsafeBufferPointer { [UInt8]($0) }
    }

    /// Visits each member of a list (RFC 9110 section 5.6.1), separated by commas or another `separator`, until `visit`
    /// returns false. Members are trimmed and empty ones skipped; a separator inside a quoted string does not count.
    func forEachListMember(
        in range: Range<Int>, separatedBy separator: UInt8 = Byte.comma, _ visit: (Range<Int>) -> Bool
    ) {
        var start = range.lowerBound
        var isQuoted = false
        var index = start
        while index <= range.upperBound {
            if index == range.upperBound || (self[index] == separator && !isQuoted) {
                let member = trimmed(start..<index)
                if !member.isEmpty, !visit(member) { return }
                start = index + 1
            } else if self[index] == Byte.quote {
                isQuoted.toggle()
            } else if isQuoted, self[index] == UInt8(ascii: "\\") {
                index = Swift.min(index + 1, range.upperBound - 1)
            }
            index += 1
        }
    }
}

extension Span where Element == UInt8 {
    /// Returns the ranges between the slashes of a path. `/` and the empty path have one empty segment.
    func pathSegments(_ path: Range<Int>) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        segments.reserveCapacity(8)
        var start = path.lowerBound
        if start < path.upperBound, self[start] == Byte.slash { start += 1 }
        while let slash = firstIndex(of: Byte.slash, in: start..<path.upperBound) {
            segments.append(start..<slash)
            start = slash + 1
        }
        segments.append(start..<path.upperBound)
        return segments
    }
}
