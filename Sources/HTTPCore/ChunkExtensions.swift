/// The grammar of a chunk's extensions (RFC 9112 section 7.1.1), byte by byte: `;` and a name, which a token or a quoted
/// string may follow behind `=`, with bad whitespace around both marks. What they say is dropped.
struct ChunkExtensions: Sendable {
    private enum State {
        /// Whitespace behind the size or a value: only another extension may follow.
        case space
        case nameStart, name, nameEnd
        case valueStart, value
        case quoted, quotedPair, quoteEnd
    }

    private var state: State

    /// The size has ended with `byte`; nil where that can begin no extension.
    init?(after byte: UInt8) {
        switch byte {
        case Byte.semicolon: state = .nameStart
        case Byte.space, Byte.tab: state = .space
        default: return nil
        }
    }

    /// Takes the next byte; answers whether it is the CR that ends the line.
    mutating func take(_ byte: UInt8) throws(ParseError) -> Bool {
        switch state {
        case .space: try end(byte, orAt: .space)
        case .nameStart, .valueStart:
            if byte.isToken {
                state = state == .nameStart ? .name : .value
            } else if byte == Byte.quote, state == .valueStart {
                state = .quoted
            } else if !byte.isWhitespace {
                throw .malformedChunk
            }
        case .name, .nameEnd:
            if byte == UInt8(ascii: "=") {
                state = .valueStart
            } else if state == .nameEnd {
                try end(byte, orAt: .nameEnd)
            } else if byte == Byte.carriageReturn {
                return true
            } else if !byte.isToken {
                try end(byte, orAt: .nameEnd)
            }
        case .value, .quoteEnd:
            if byte == Byte.carriageReturn { return true }
            if state == .quoteEnd || !byte.isToken { try end(byte, orAt: .space) }
        case .quoted, .quotedPair:
            if byte.isForbiddenControl { throw .malformedChunk }
            if state == .quotedPair {
                state = .quoted
            } else if byte == Byte.quote {
                state = .quoteEnd
            } else if byte == UInt8(ascii: "\\") {
                state = .quotedPair
            }
        }
        return false
    }

    /// Another extension begins, or there is whitespace.
    private mutating func end(_ byte: UInt8, orAt space: State) throws(ParseError) {
        if byte == Byte.semicolon {
            state = .nameStart
        } else if byte.isWhitespace {
            state = space
        } else {
            throw .malformedChunk
        }
    }
}
