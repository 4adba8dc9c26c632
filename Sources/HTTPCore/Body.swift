/// Returns the next chunk of a body that is produced while it is being sent; nil at the end.
package typealias Production = () -> [UInt8]?

/// The content of a response.
///
/// It is either a list of encoded chunks, shared and sent in order without being joined or copied, or a sequence of
/// chunks produced during sending, so that content of any length needs memory for only one of them.
package struct Body: Sendable {
    /// A single chunk is the common case, so it has a case of its own and needs no list.
    private enum Storage {
        case empty
        case single([UInt8])
        case list([[UInt8]])
        case produced(@Sendable () -> Production)
    }

    private let storage: Storage
    /// The length in bytes, as in `Content-Length`; nil if the chunks are produced during sending.
    package let count: Int?

    /// A body without content.
    package static let empty = Body([[UInt8]]())

    /// Creates a body of one chunk.
    package init(_ bytes: [UInt8]) {
        storage = bytes.isEmpty ? .empty : .single(bytes)
        count = bytes.count
    }

    /// Creates a body of one chunk: `text` in UTF-8.
    package init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Creates a body of chunks to be sent one after the other.
    package init(_ chunks: [[UInt8]]) {
        storage = chunks.isEmpty ? .empty : chunks.count == 1 ? .single(chunks[0]) : .list(chunks)
        count = chunks.reduce(0) { $0 + $1.count }
    }

    /// Creates a body whose chunks are produced during sending. `start` is called for each transmission and starts from
    /// the beginning every time; chunks of a few tens of kilobytes work best.
    package init(start: @escaping @Sendable () -> Production) {
        storage = .produced(start)
        count = nil
    }

    /// A fresh producer of the chunks; nil if they are already in memory.
    package var production: Production? {
        if case .produced(let start) = storage { start() } else { nil }
    }

    /// All chunks in order, some possibly empty. Produces them first if necessary.
    package var chunks: [[UInt8]] {
        switch storage {
        case .empty: []
        case .single(let chunk): [chunk]
        case .list(let chunks): chunks
        case .produced(let start): Array(IteratorSequence(AnyIterator(start())))
        }
    }

    /// Calls `visit` with each chunk in order, without allocating the array that ``chunks`` returns.
    package func forEachChunk(_ visit: ([UInt8]) -> Void) {
        switch storage {
        case .empty: break
        case .single(let chunk): visit(chunk)
        case .list(let chunks): chunks.forEach(visit)
        case .produced(let start): AnyIterator(start()).forEach(visit)
        }
    }

    /// The same content, in one chunk if it is shorter than 16 KiB: copying it once is then cheaper than sending
    /// pieces.
    package var joined: Body { count ?? .max < Body.shortCount ? Body(bytes) : self }

    /// The same content in one chunk with hardly any spare capacity, for keeping in a cache. A produced body is
    /// returned unchanged.
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

    /// The whole content copied into one array; for tests and for transformations such as compression.
    package var bytes: [UInt8] {
        switch storage {
        case .empty: []
        case .single(let chunk): chunk
        case .list, .produced: chunks.reduce(into: []) { $0 += $1 }
        }
    }
}
