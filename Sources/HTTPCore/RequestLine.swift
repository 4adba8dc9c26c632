import Foundations

/// Parsing a request line (RFC 9112 section 3).
extension RequestHead {
    /// Sets the method, the version and the parts of the target from a line without its CRLF.
    mutating func readRequestLine(
        _ bytes: Span<UInt8>, _ line: Range<Int>, limits: Limits
    ) throws(ParseError) {
        guard let space = bytes.firstIndex(of: Byte.space, in: line), space > line.lowerBound,
            let second = bytes.firstIndex(of: Byte.space, in: space + 1..<line.upperBound)
        else { throw .malformedRequestLine }
        for index in line.lowerBound..<space where !bytes[index].isToken { throw .malformedRequestLine }
        target = space + 1..<second
        guard !target.isEmpty else { throw .malformedRequestLine }
        version = try RequestHead.readVersion(bytes.extracting(second + 1..<line.upperBound))
        if target.count > limits.target { throw .targetTooLong }
        guard let method = Method(bytes.extracting(line.lowerBound..<space)), method != .connect else {
            throw .methodNotImplemented
        }
        self.method = method
        try readTarget(bytes)
    }

    private static func readVersion(_ bytes: Span<UInt8>) throws(ParseError) -> Version {
        guard bytes.count == 8, bytes.extracting(0..<5).equals("HTTP/"), bytes[5].isDigit,
            bytes[6] == UInt8(ascii: "."), bytes[7].isDigit
        else { throw .malformedRequestLine }
        guard bytes[5] == UInt8(ascii: "1") else { throw .versionNotSupported }
        return bytes[7] == UInt8(ascii: "0") ? .http10 : .http11
    }

    /// Splits the target. Any visible ASCII other than `#` is accepted: anything stricter would refuse queries that
    /// browsers send.
    private mutating func readTarget(_ bytes: Span<UInt8>) throws(ParseError) {
        guard bytes.firstInvisible(in: target) == target.upperBound,
            bytes.firstIndex(of: UInt8(ascii: "#"), in: target) == nil
        else { throw .invalidTarget }
        var start = target.lowerBound
        if bytes[start] == Byte.star, target.count == 1, method == .options {
            path = target
            return
        }
        if bytes[start] != Byte.slash {
            start = try readAuthority(bytes)
        }
        let mark = bytes.firstIndex(of: Byte.question, in: start..<target.upperBound)
        path = start..<(mark ?? target.upperBound)
        query = mark.map { $0 + 1..<target.upperBound }
    }

    /// Parses the scheme and authority of the absolute form. Returns the start of its path.
    private mutating func readAuthority(_ bytes: Span<UInt8>) throws(ParseError) -> Int {
        guard let colon = bytes.firstIndex(of: Byte.colon, in: target),
            bytes.extracting(target.lowerBound..<colon).equalsIgnoringCase("http")
                || bytes.extracting(target.lowerBound..<colon).equalsIgnoringCase("https"),
            colon + 2 < target.upperBound, bytes[colon + 1] == Byte.slash, bytes[colon + 2] == Byte.slash
        else { throw .invalidTarget }
        var end = colon + 3
        while end < target.upperBound, bytes[end] != Byte.slash, bytes[end] != Byte.question { end += 1 }
        guard bytes.isAuthority(colon + 3..<end) else { throw .invalidHost }
        authority = colon + 3..<end
        return end
    }
}

extension Span where Element == UInt8 {
    /// Whether `range` is a host, not empty, with an optional port and no user information (RFC 3986 section 3.2).
    func isAuthority(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var end = range.lowerBound
        if self[end] == UInt8(ascii: "[") {
            guard let bracket = firstIndex(of: UInt8(ascii: "]"), in: range), bracket > end + 1 else { return false }
            for index in end + 1..<bracket {
                guard self[index].hexValue != nil || self[index] == Byte.colon || self[index] == UInt8(ascii: ".")
                else { return false }
            }
            end = bracket + 1
        } else {
            while end < range.upperBound, self[end].isHostByte { end += 1 }
            guard end > range.lowerBound else { return false }
        }
        if end == range.upperBound { return true }
        guard self[end] == Byte.colon else { return false }
        var port = 0
        for index in end + 1..<range.upperBound {
            guard self[index].isDigit else { return false }
            port = port * 10 + Int(self[index] &- 0x30)
            guard port <= 65_535 else { return false }
        }
        return true
    }
}
