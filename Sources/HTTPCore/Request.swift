import Foundations

/// A view of one request in the buffer it arrived in, which is shared rather than copied. Release it before writing to
/// the buffer again, or the whole buffer is copied.
package struct Request: Sendable {
    private let buffer: [UInt8]
    private let base: Int
    /// The method, version and framing.
    package let head: RequestHead

    /// Creates a view of the request whose `head` was parsed from `buffer` with its first byte at `base`.
    package init(buffer: [UInt8], base: Int, head: RequestHead) {
        self.buffer = buffer
        self.base = base
        self.head = head
    }

    /// Builds the bytes of an HTTP/1.1 request and parses them as if they had come from the wire. `Host: localhost` is
    /// added if `fields` has no Host.
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

    /// Returns the same request for what follows `prefix` in the path; nil if the path does not begin with it. What follows
    /// begins with a slash, or is empty.
    package func below(_ prefix: String) -> Request? {
        let count = prefix.utf8.count
        let begins = withPath { path in
            path.count >= count && path.extracting(0..<count).equals(prefix.utf8Span.span)
                && (path.count == count || path[count] == Byte.slash)
        }
        guard begins else { return nil }
        var head = head
        head.path = head.path.lowerBound + count..<head.path.upperBound
        head.target = head.path.lowerBound..<head.target.upperBound
        return Request(buffer: buffer, base: base, head: head)
    }

    /// The request method.
    package var method: Method { head.method }

    /// The target as received, such as `/a?b`, `http://host/a` or `*`.
    package var target: String { text(head.target) }

    /// The path as received, still percent-encoded; `/` if an absolute target has none.
    package var path: String { head.path.isEmpty ? "/" : text(head.path) }

    /// The last non-empty segment of the path, as received; nil if it contains no dot.
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

    /// The query as received, everything after the first `?`; nil if there is no `?`.
    package var query: String? { head.query.map(text) }

    /// The host and port that the client asked for: what a trusted proxy says, or else from an absolute target, or else from
    /// Host. The syntax is valid, but the host may be any.
    package var authority: String? { head.authority.map(text) }

    /// The scheme by which the client reached the service.
    var scheme: Scheme { head.scheme }

    /// Returns the segments of the path, each percent-decoded once: `["a/b", ""]` for `/a%2Fb/`. Throws
    /// `.invalidTarget` if one does not decode to UTF-8.
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

    /// Returns the parameters of the query in order, none if there is no query. If `isWanted` is given, only those
    /// whose names it accepts.
    package func queryString(where isWanted: ((String) -> Bool)? = nil) throws(QueryStringError) -> QueryString {
        guard let query = head.query else { return QueryString() }
        return try QueryString(buffer.span.extracting(at(query)), where: isWanted)
    }

    /// Returns the value of a field, with the values of repeated lines joined by `, ` (RFC 9110 section 5.3); nil if it
    /// is absent.
    package func field(_ name: FieldName) -> String? {
        guard mayHave(name) else { return nil }
        return buffer.span.extracting(at(head.fields)).combinedFieldValue(name)
    }

    /// Whether there is a line named `name`. Does not allocate.
    package func hasField(_ name: FieldName) -> Bool {
        anyFieldValue(name) { _ in true }
    }

    /// Whether `matches` accepts the trimmed value of any line named `name`. Does not allocate.
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

    /// Passes host and port as received to `read`, without copying them; nil if the request names none.
    package func withAuthority<Result>(_ read: (Span<UInt8>) -> Result) -> Result? {
        head.authority.map { read(buffer.span.extracting(at($0))) }
    }

    /// Passes the path as received to `read`, without copying it. It is empty if an absolute target has none.
    package func withPath<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.path)))
    }

    /// Passes the target as received to `read`, without copying it.
    package func withTarget<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.target)))
    }

    /// Passes the method, a space and the target to `read`, without copying them.
    package func withMethodAndTarget<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        let start = head.target.lowerBound - 1 - method.rawValue.utf8.count
        return read(buffer.span.extracting(at(start..<head.target.upperBound)))
    }

    /// Passes the field lines to `read`, without copying them.
    func withFields<Result>(_ read: (Span<UInt8>) -> Result) -> Result {
        read(buffer.span.extracting(at(head.fields)))
    }

    private func mayHave(_ name: FieldName) -> Bool { head.presence & name.presence != 0 }

    /// Translates a range of the head into one of the buffer.
    private func at(_ range: Range<Int>) -> Range<Int> { base + range.lowerBound..<base + range.upperBound }

    private func text(_ range: Range<Int>) -> String { buffer.span.text(at(range)) }
}
