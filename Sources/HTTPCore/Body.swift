/// Gives the next chunk of a body that is made while it is sent; nil at its end.
package typealias Production = () -> [UInt8]?

/// Content of a response: encoded chunks spliced in order, shared, never joined or copied; or chunks that are made one
/// after the other while they are sent, so that content of any length takes no more memory than one of them.
package struct Body: Sendable {
    /// One chunk is the common case and needs no list.
    private enum Storage {
        case empty
        case single([UInt8])
        case list([[UInt8]])
        case produced(@Sendable () -> Production)
    }

    private let storage: Storage
    /// Bytes in all; the `Content-Length`. nil for what is made while it is sent.
    package let count: Int?

    /// No content.
    package static let empty = Body([[UInt8]]())

    /// One chunk.
    package init(_ bytes: [UInt8]) {
        storage = bytes.isEmpty ? .empty : .single(bytes)
        count = bytes.count
    }

    /// Text as UTF-8.
    package init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Chunks to be sent one after the other.
    package init(_ chunks: [[UInt8]]) {
        storage = chunks.isEmpty ? .empty : chunks.count == 1 ? .single(chunks[0]) : .list(chunks)
        count = chunks.reduce(0) { $0 + $1.count }
    }

    /// Chunks that are made while they are sent: `start` begins anew each time. They should be of some ten thousand bytes.
    package init(start: @escaping @Sendable () -> Production) {
        storage = .produced(start)
        count = nil
    }

    /// What makes the chunks one after the other; nil where they are there already.
    package var production: Production? {
        if case .produced(let start) = storage { start() } else { nil }
    }

    /// The chunks in order; some may be empty.
    package var chunks: [[UInt8]] {
        switch storage {
        case .empty: []
        case .single(let chunk): [chunk]
        case .list(let chunks): chunks
        case .produced(let start): Array(IteratorSequence(AnyIterator(start())))
        }
    }

    /// Visits the chunks in order, without the list that `chunks` makes.
    package func forEachChunk(_ visit: ([UInt8]) -> Void) {
        switch storage {
        case .empty: break
        case .single(let chunk): visit(chunk)
        case .list(let chunks): chunks.forEach(visit)
        case .produced(let start): AnyIterator(start()).forEach(visit)
        }
    }

    /// The same, in one chunk where it is so short that one is faster to send than several.
    package var joined: Body { count ?? .max < Body.shortCount ? Body(bytes) : self }

    /// The same in one chunk that has hardly more capacity than it needs; what is made while it is sent stays what it is.
    package var compacted: Body {
        switch storage {
        case .empty, .produced: return self
        case .single(let chunk) where chunk.capacity <= chunk.count + chunk.count / 8 + 16: return self
        case .single, .list:
            var all: [UInt8] = []
            all.reserveCapacity(count ?? 0)
            forEachChunk { all += $0 }
            return Body(all)
        }
    }

    private static let shortCount = 16 * 1024

    /// Everything in one array: a copy, for tests and transformations.
    package var bytes: [UInt8] {
        switch storage {
        case .empty: []
        case .single(let chunk): chunk
        case .list, .produced: chunks.reduce(into: []) { $0 += $1 }
        }
    }
}
