/// A parser of chunk extensions (RFC 9112 section 7.1.1), fed byte by byte: `;`, a name, and optionally `=` with a
/// token or a quoted string, with bad whitespace allowed around both signs. Their meaning is discarded.
struct ChunkExtensions: Sendable {
    private enum State {
        /// In whitespace after the size or a value; only another extension may follow.
        case space
        case nameStart, name, nameEnd
        case valueStart, value
        case quoted, quotedPair, quoteEnd
    }

    private var state: State

    /// Starts parsing at `byte`, the first after the chunk size; nil if no extension can start with it.
    init?(after byte: UInt8) {
        switch byte {
        case Byte.semicolon: state = .nameStart
        case Byte.space, Byte.tab: state = .space
        default: return nil
        }
    }

    /// Consumes the next byte. Returns true if it is the CR that ends the line.
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

    /// Moves on to the next extension at `;`, or to `space` at whitespace; throws at any other byte.
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
