import Foundations

/// A parser of request heads (RFC 9112), one at a time, from a buffer that the caller owns.
///
/// It handles each line as soon as it is complete and remembers how far it has looked, so that a head costs the same,
/// and fails in the same way, whether it arrives in one read or in a thousand.
package struct RequestParser: Sendable {
    /// The outcome of parsing the bytes so far.
    package enum Result: Sendable {
        /// A complete head of `head.length` bytes. What follows is its content or the next request.
        case request(RequestHead)
        /// The head is incomplete. Call again with the same bytes and more after them.
        case needsMore
        /// The request is refused; parsing cannot continue.
        case failed(ParseError)
    }

    private enum Stage { case requestLine, fields }

    private let limits: Limits
    private var head = RequestHead()
    private var stage = Stage.requestLine
    /// The start of the line being received.
    private var line = 0
    /// The end of the bytes, from `line` on, that are known to contain no control character.
    private var scanned = 0
    private var skippedEmptyLine = false
    private var fieldCount = 0
    private var hostCount = 0
    private var contentLength: Int?
    private var codings = 0
    private var isChunked = false
    private var endsInChunked = false
    private var asksToClose = false
    private var asksToPersist = false

    /// Creates a parser that is ready for the first byte of a request.
    package init(limits: Limits) {
        self.limits = limits
    }

    /// Parses `bytes`, which start with the first byte of the request and contain everything received since. After
    /// `.request` and `.failed` a new parser is needed.
    package mutating func parse(_ bytes: Span<UInt8>) -> Result {
        do {
            while let end = try lineEnd(bytes) {
                let content = line..<end
                line = end + 2
                scanned = line
                if try take(content, of: bytes) { return .request(head) }
            }
            return .needsMore
        } catch {
            return .failed(error)
        }
    }

    /// Returns the position of the current line's CRLF; nil if it has not arrived.
    private mutating func lineEnd(_ bytes: Span<UInt8>) throws(ParseError) -> Int? {
        let stop = min(bytes.count, limits.head)
        let index = scanned < stop ? bytes.firstForbiddenControl(in: scanned..<stop) : scanned
        scanned = index
        // Method, version and spaces fit in 32 bytes; the rest is the target.
        if stage == .requestLine, index - line > limits.target + 32 { throw .targetTooLong }
        guard index + 1 < stop else {
            if index < stop, bytes[index] != Byte.carriageReturn { throw .forbiddenControl }
            if bytes.count > limits.head { throw .headTooLarge }
            return nil
        }
        guard bytes[index] == Byte.carriageReturn, bytes[index + 1] == Byte.lineFeed else {
            throw .forbiddenControl
        }
        return index
    }

    /// Handles one line. Returns true if it is the empty line that ends the head.
    private mutating func take(_ content: Range<Int>, of bytes: Span<UInt8>) throws(ParseError) -> Bool {
        switch stage {
        case .requestLine:
            // One empty line before a request is ignored (RFC 9112 section 2.2).
            if content.isEmpty, !skippedEmptyLine {
                skippedEmptyLine = true
                return false
            }
            try head.readRequestLine(bytes, content, limits: limits)
            head.fields = line..<line
            stage = .fields
            return false
        case .fields:
            guard content.isEmpty else {
                try readField(bytes, content)
                head.fields = head.fields.lowerBound..<line
                return false
            }
            try finish()
            return true
        }
    }

    private mutating func readField(_ bytes: Span<UInt8>, _ content: Range<Int>) throws(ParseError) {
        if bytes[content.lowerBound].isWhitespace { throw .obsoleteLineFolding }
        var colon = content.lowerBound
        while colon < content.upperBound, bytes[colon].isToken { colon += 1 }
        guard colon > content.lowerBound, colon < content.upperBound, bytes[colon] == Byte.colon else {
            throw .malformedField
        }
        fieldCount += 1
        if fieldCount > limits.fieldCount { throw .tooManyFields }
        let name = bytes.extracting(content.lowerBound..<colon)
        let value = bytes.trimmed(colon + 1..<content.upperBound)
        head.presence |= FieldName.presence(of: name)
        switch name.count {
        case 4 where name.isNamed(.host): try readHost(bytes, value)
        case 6 where name.isNamed(.expect): try readExpect(bytes, value)
        case 10 where name.isNamed(.connection): readConnection(bytes, value)
        case 14 where name.isNamed(.contentLength): try readContentLength(bytes, value)
        case 17 where name.isNamed(.transferEncoding): readTransferEncoding(bytes, value)
        default: break
        }
    }

    private mutating func readHost(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(ParseError) {
        hostCount += 1
        if hostCount > 1 { throw .repeatedHost }
        guard bytes.isAuthority(value) else { throw .invalidHost }
        if head.authority == nil { head.authority = value }
    }

    private mutating func readExpect(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(ParseError) {
        // In HTTP/1.0, Expect is ignored (RFC 9110 section 10.1.1).
        guard head.version == .http11 else { return }
        var isMet = true
        bytes.forEachListMember(in: value) { expectation in
            isMet = bytes.extracting(expectation).equalsIgnoringCase("100-continue")
            head.expectsContinue = isMet
            return isMet
        }
        if !isMet { throw .expectationFailed }
    }

    private mutating func readTransferEncoding(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        codings += 1
        isChunked = bytes.extracting(value).equalsIgnoringCase("chunked")
        endsInChunked = isChunked
        bytes.forEachListMember(in: value) { coding in
            endsInChunked = bytes.extracting(coding).equalsIgnoringCase("chunked")
            return true
        }
    }

    private mutating func readConnection(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        bytes.forEachListMember(in: value) { option in
            let option = bytes.extracting(option)
            if option.equalsIgnoringCase("close") { asksToClose = true }
            if option.equalsIgnoringCase("keep-alive") { asksToPersist = true }
            return true
        }
    }

    private mutating func readContentLength(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(ParseError) {
        if contentLength != nil { throw .repeatedContentLength }
        guard !value.isEmpty else { throw .invalidContentLength }
        var length = 0
        for index in value {
            guard bytes[index].isDigit else { throw .invalidContentLength }
            // Once above the limit it stays above, whatever digits follow, and cannot overflow.
            length = min(length, limits.body + 1) * 10 + Int(bytes[index] &- 0x30)
        }
        contentLength = length
    }

    /// Settles the framing, which has to wait for the last field so that their order does not matter.
    private mutating func finish() throws(ParseError) {
        if head.version == .http11, hostCount == 0 { throw .missingHost }
        if codings > 0 {
            if contentLength != nil || head.version == .http10 || !endsInChunked { throw .ambiguousFraming }
            guard codings == 1, isChunked else { throw .transferCodingNotImplemented }
            head.content = .chunked
        } else if let contentLength, contentLength > 0 {
            if contentLength > limits.body { throw .contentTooLarge }
            head.content = .length(contentLength)
        }
        head.expectsContinue = head.expectsContinue && head.content != .none
        head.persists = !asksToClose && (head.version == .http11 || asksToPersist)
        head.length = line
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes are the name of a field.
    func isNamed(_ name: FieldName) -> Bool { equalsIgnoringCase(name.bytes.span) }
}
