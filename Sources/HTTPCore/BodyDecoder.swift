import Foundations

/// Reads a request's content off the wire and discards it.
///
/// No route uses request content, but the next request starts only after it. Content is framed by Content-Length or in
/// chunks, parsed strictly (RFC 9112 section 7.1).
package struct BodyDecoder: Sendable {
    /// The outcome of consuming some bytes.
    package enum Result: Sendable, Equatable {
        /// The content ends after this many of the given bytes.
        case complete(consumed: Int)
        /// All given bytes were content, and more must follow.
        case needsMore
        /// The content is malformed or too large; decoding cannot continue.
        case failed(ParseError)
    }

    private enum State {
        case bytes(Int)
        case size, sizeExtensions(ChunkExtensions), sizeEnd
        case chunk(Int)
        case chunkReturn, chunkEnd
        case trailerStart, trailerName, trailerValue, trailerEnd, end
    }

    /// The number of digits in a chunk size that do not count as overhead: enough for 64 bits.
    private static let sizeDigits = 16

    private let limits: Limits
    private var state: State
    private var size = 0
    private var digits = 0
    /// The content bytes announced so far, in chunked framing only.
    private var total = 0
    /// The bytes spent so far on surplus digits of sizes, on extensions and on trailers; at most as many as a head may
    /// have.
    private var overhead = 0

    /// Creates a decoder for content framed as the request's head announced.
    package init(_ content: RequestHead.Content, limits: Limits) {
        self.limits = limits
        switch content {
        case .none: state = .bytes(0)
        case .length(let count): state = .bytes(count)
        case .chunked: state = .size
        }
    }

    /// Consumes the bytes that follow those of the previous call.
    package mutating func consume(_ bytes: Span<UInt8>) -> Result {
        var index = 0
        do {
            while true {
                switch state {
                case .bytes(let left):
                    let taken = min(left, bytes.count - index)
                    index += taken
                    state = .bytes(left - taken)
                    return left == taken ? .complete(consumed: index) : .needsMore
                case .chunk(let left):
                    let taken = min(left, bytes.count - index)
                    index += taken
                    state = left == taken ? .chunkReturn : .chunk(left - taken)
                    guard left == taken else { return .needsMore }
                default:
                    guard index < bytes.count else { return .needsMore }
                    let isLast = try step(bytes[index])
                    index += 1
                    if isLast { return .complete(consumed: index) }
                }
            }
        } catch {
            return .failed(error)
        }
    }

    /// Consumes one byte outside the chunks' data. Returns true at the last byte of the content.
    private mutating func step(_ byte: UInt8) throws(ParseError) -> Bool {
        switch state {
        case .bytes, .chunk: break
        case .size: try takeSize(byte)
        case .sizeExtensions(var extensions):
            try countOverhead()
            state = try extensions.take(byte) ? .sizeEnd : .sizeExtensions(extensions)
        case .sizeEnd:
            try expect(byte, Byte.lineFeed)
            state = size == 0 ? .trailerStart : .chunk(size)
            (size, digits) = (0, 0)
        case .chunkReturn:
            try expect(byte, Byte.carriageReturn)
            state = .chunkEnd
        case .chunkEnd:
            try expect(byte, Byte.lineFeed)
            state = .size
        case .trailerStart:
            if byte == Byte.carriageReturn {
                state = .end
            } else {
                try takeTrailerName(byte)
            }
        case .trailerName:
            if byte == Byte.colon { state = .trailerValue } else { try takeTrailerName(byte) }
        case .trailerValue:
            try countOverhead()
            if byte == Byte.carriageReturn { state = .trailerEnd } else { try refuseControl(byte) }
        case .trailerEnd:
            try expect(byte, Byte.lineFeed)
            state = .trailerStart
        case .end:
            try expect(byte, Byte.lineFeed)
            return true
        }
        return false
    }

    private mutating func takeSize(_ byte: UInt8) throws(ParseError) {
        if let value = byte.hexValue {
            digits += 1
            // RFC 9112 section 7.1 allows any number of leading zeros; beyond 16 digits they count as overhead.
            if digits > BodyDecoder.sizeDigits { try countOverhead() }
            // The limit is checked after every digit, so the size cannot come near overflow.
            size = size * 16 + Int(value)
            guard size <= limits.body - total else { throw .contentTooLarge }
            return
        }
        guard digits > 0 else { throw .malformedChunk }
        total += size
        if byte == Byte.carriageReturn {
            state = .sizeEnd
        } else if let extensions = ChunkExtensions(after: byte) {
            state = .sizeExtensions(extensions)
        } else {
            throw .malformedChunk
        }
    }

    private mutating func takeTrailerName(_ byte: UInt8) throws(ParseError) {
        guard byte.isToken else { throw .malformedChunk }
        try countOverhead()
        state = .trailerName
    }

    private func expect(_ byte: UInt8, _ wanted: UInt8) throws(ParseError) {
        guard byte == wanted else { throw .malformedChunk }
    }

    private func refuseControl(_ byte: UInt8) throws(ParseError) {
        if byte.isForbiddenControl { throw .malformedChunk }
    }

    private mutating func countOverhead() throws(ParseError) {
        overhead += 1
        if overhead > limits.head { throw .contentTooLarge }
    }
}
