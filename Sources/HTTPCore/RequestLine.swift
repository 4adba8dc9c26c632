import Foundations

/// Reading a request line (RFC 9112 section 3).
extension RequestHead {
    /// Fills method, version and the target's parts from a line without its CRLF.
    mutating func readRequestLine(
        _ octets: Span<UInt8>, _ line: Range<Int>, limits: Limits
    ) throws(ParseError) {
        guard let space = octets.firstIndex(of: Octet.space, in: line), space > line.lowerBound,
            let second = octets.firstIndex(of: Octet.space, in: space + 1..<line.upperBound)
        else { throw .malformedRequestLine }
        for index in line.lowerBound..<space where !octets[index].isToken { throw .malformedRequestLine }
        target = space + 1..<second
        guard !target.isEmpty else { throw .malformedRequestLine }
        version = try RequestHead.readVersion(octets.extracting(second + 1..<line.upperBound))
        if target.count > limits.target { throw .targetTooLong }
        guard let method = Method(octets.extracting(line.lowerBound..<space)), method != .connect else {
            throw .methodNotImplemented
        }
        self.method = method
        try readTarget(octets)
    }

    private static func readVersion(_ octets: Span<UInt8>) throws(ParseError) -> Version {
        guard octets.count == 8, octets.extracting(0..<5).equals("HTTP/"), octets[5].isDigit,
            octets[6] == UInt8(ascii: "."), octets[7].isDigit
        else { throw .malformedRequestLine }
        guard octets[5] == UInt8(ascii: "1") else { throw .versionNotSupported }
        return octets[7] == UInt8(ascii: "0") ? .http10 : .http11
    }

    /// Any visible ASCII but `#` is let through: stricter would refuse what browsers send in queries.
    private mutating func readTarget(_ octets: Span<UInt8>) throws(ParseError) {
        guard octets.firstInvisible(in: target) == target.upperBound,
            octets.firstIndex(of: UInt8(ascii: "#"), in: target) == nil
        else { throw .invalidTarget }
        var start = target.lowerBound
        if octets[start] == Octet.star, target.count == 1, method == .options {
            path = target
            return
        }
        if octets[start] != Octet.slash {
            start = try readAuthority(octets)
        }
        let mark = octets.firstIndex(of: Octet.question, in: start..<target.upperBound)
        path = start..<(mark ?? target.upperBound)
        query = mark.map { $0 + 1..<target.upperBound }
    }

    /// Reads scheme and authority of the absolute form; answers where its path starts.
    private mutating func readAuthority(_ octets: Span<UInt8>) throws(ParseError) -> Int {
        guard let colon = octets.firstIndex(of: Octet.colon, in: target),
            octets.extracting(target.lowerBound..<colon).equalsIgnoringCase("http")
                || octets.extracting(target.lowerBound..<colon).equalsIgnoringCase("https"),
            colon + 2 < target.upperBound, octets[colon + 1] == Octet.slash, octets[colon + 2] == Octet.slash
        else { throw .invalidTarget }
        var end = colon + 3
        while end < target.upperBound, octets[end] != Octet.slash, octets[end] != Octet.question { end += 1 }
        guard octets.isAuthority(colon + 3..<end) else { throw .invalidHost }
        authority = colon + 3..<end
        return end
    }
}

extension Span where Element == UInt8 {
    /// Host and optional port (RFC 3986 section 3.2), the host not empty, no user information.
    func isAuthority(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var end = range.lowerBound
        if self[end] == UInt8(ascii: "[") {
            guard let bracket = firstIndex(of: UInt8(ascii: "]"), in: range), bracket > end + 1 else { return false }
            for index in end + 1..<bracket {
                guard self[index].hexValue != nil || self[index] == Octet.colon || self[index] == UInt8(ascii: ".")
                else { return false }
            }
            end = bracket + 1
        } else {
            while end < range.upperBound, self[end].isHostOctet { end += 1 }
            guard end > range.lowerBound else { return false }
        }
        if end == range.upperBound { return true }
        guard self[end] == Octet.colon else { return false }
        var port = 0
        for index in end + 1..<range.upperBound {
            guard self[index].isDigit else { return false }
            port = port * 10 + Int(self[index] &- 0x30)
            guard port <= 65_535 else { return false }
        }
        return true
    }
}
