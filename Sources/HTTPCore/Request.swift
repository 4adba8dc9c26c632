import Foundations

/// A view of one request in the buffer it arrived in: shared, not copied. Whoever keeps it keeps the whole buffer, so
/// let it go before the buffer is written again.
package struct Request: Sendable {
    private let buffer: [UInt8]
    private let base: Int
    /// Method, version and framing.
    package let head: RequestHead

    /// The head must have been parsed from `buffer` with its first byte at `base`.
    package init(buffer: [UInt8], base: Int, head: RequestHead) {
        self.buffer = buffer
        self.base = base
        self.head = head
    }

    /// Builds the bytes of an HTTP/1.1 request and parses them as if they had come from the wire, `Host: localhost`
    /// added where `fields` has none.
    package init(method: Method = .get, target: String, fields: Fields = Fields()) throws(ParseError) {
        var fields = fields
        if fields[.host] == nil { fields.append(.host, "localhost") }
        let wire = Array("\(method.rawValue) \(target) HTTP/1.1\r\n".utf8) + fields.bytes + Array("\r\n".utf8)
        var parser = RequestParser(limits: Limits())
        switch parser.parse(wire.span) {
        case .request(let head): self.init(buffer: wire, base: 0, head: head)
        case .failed(let error): throw error
        case .needsMore: throw .malformedRequestLine
        }
    }

    /// The method.
    package var method: Method { head.method }

    /// The target as received: `/a?b`, `http://host/a`, `*`.
    package var target: String { text(head.target) }

    /// The path as received, still percent-encoded; `/` where an absolute target has none.
    package var path: String { head.path.isEmpty ? "/" : text(head.path) }

    /// The last segment of the path that is not empty, as received, where it has a full stop; nil where it has none.
    package var dottedName: String? {
        withPath { path in
            var end = path.count
            while end > 0, path[end - 1] == Byte.slash { end -= 1 }
            var (start, isDotted) = (end, false)
            while start > 0, path[start - 1] != Byte.slash {
                start -= 1
                if path[start] == UInt8(ascii: ".") { isDotted = true }
            }
            return isDotted ? path.text(start..<end) : nil
        }
    }

    /// What follows the first `?`, still encoded; nil where there is no `?`.
    package var query: String? { head.query.map(text) }

    /// Host and port the client asked for: from an absolute target, else from Host. Valid syntax, but any host.
    package var authority: String? { head.authority.map(text) }

    /// The path's segments, each percent-decoded once: `/a%2Fb/` is `["a/b", ""]`. Throws `.invalidTarget` where one
    /// does not decode to UTF-8.
    package func pathSegments() throws(ParseError) -> [String] {
        var segments: [String] = []
        for range in buffer.span.pathSegments(at(head.path)) {
            guard let segment = try? PercentEncoding.decode(buffer.span, range, plusIsSpace: false) else {
                throw .invalidTarget
            }
            segments.append(segment)
        }
        return segments
    }

    /// The query's parameters in order; none where there is no query. With `isWanted`, only those whose names it accepts.
    package func queryString(where isWanted: ((String) -> Bool)? = nil) throws(QueryStringError) -> QueryString {
        guard let query = head.query else { return QueryString() }
        return try QueryString(buffer.span.extracting(at(query)), where: isWanted)
    }

    /// The value; those of repeated lines are joined by `, ` (RFC 9110 section 5.3). Nil where the name is absent.
    package func field(_ name: FieldName) -> String? {
        guard mayHave(name) else { return nil }
        return buffer.span.extracting(at(head.fields)).combinedFieldValue(name)
    }

    /// Whether a line of that name is there. Allocates nothing.
    package func hasField(_ name: FieldName) -> Bool {
        anyFieldValue(name) { _ in true }
    }

    /// Whether `matches` accepts the trimmed value of some line of that name. Allocates nothing.
    package func anyFieldValue(_ name: FieldName, where matches: (Span<UInt8>) -> Bool) -> Bool {
        guard mayHave(name) else { return false }
        let fields = buffer.span.extracting(at(head.fields))
        var found = false
        fields.forEachFieldValue(name) { value in
            found = matches(fields.extracting(value))
            return !found
        }
        return found
    }

    /// Reads host and port as received without copying them; nil where the request names none.
    package func withAuthority<Result>(_ read: (Span<UInt8>) -> Result) -> Result? {
        head.authority.map { read(buffer.span.extracting(at($0))) }
    }

    /// Reads the path as received without copying it; empty where an absolute target has none.
    package func withPath<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.path)))
    }

    /// Reads the target as received without copying it.
    package func withTarget<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.target)))
    }

    /// Reads method, one space and target without copying them.
    package func withMethodAndTarget<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        let start = head.target.lowerBound - 1 - method.rawValue.utf8.count
        return read(buffer.span.extracting(at(start..<head.target.upperBound)))
    }

    /// Reads the field lines without copying them.
    func withFields<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.fields)))
    }

    private func mayHave(_ name: FieldName) -> Bool { head.presence & name.presence != 0 }

    /// The head's range in the buffer.
    private func at(_ range: Range<Int>) -> Range<Int> { base + range.lowerBound..<base + range.upperBound }

    private func text(_ range: Range<Int>) -> String { buffer.span.text(at(range)) }
}
