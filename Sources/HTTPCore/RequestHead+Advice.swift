import Foundations

/// What a client should have sent whose target was refused.
extension RequestHead {
    /// Returns the path and query of a request that was refused with ``ParseError/invalidTarget``, with all that is not ASCII
    /// percent-encoded; nil if that is no valid target within the limits either, or the bytes are not UTF-8.
    ///
    /// It is for people to read. RFC 9112 section 3 advises against processing such a request as if it had been valid:
    /// what stands before the server on the way may have read it otherwise.
    package static func encodedTarget(ofRequest bytes: Span<UInt8>, within limits: Limits) -> String? {
        let start = bytes.count >= 2 && bytes.extracting(..<2).equals("\r\n") ? 2 : 0
        guard let end = bytes.firstIndex(of: Byte.carriageReturn, in: start..<bytes.count) else { return nil }
        var head = RequestHead()
        do throws(ParseError) {
            try head.readRequestLine(bytes, start..<end, limits: limits)
            return nil
        } catch {
            guard error == .invalidTarget else { return nil }
        }
        // A host in letters is not percent-encoded but spelt otherwise (RFC 5890).
        guard bytes[head.target.lowerBound] == Byte.slash,
            let text = String(validating: bytes.array(head.target), as: UTF8.self)
        else { return nil }
        let target = PercentEncoding.encode(text) { $0 < 0x80 }
        guard target.utf8.count <= limits.target, (try? Request(target: target)) != nil else { return nil }
        return target
    }
}
