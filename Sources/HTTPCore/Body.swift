/// Content of a response: encoded chunks spliced in order. The chunks are shared, never joined or copied.
package struct Body: Sendable {
    /// One chunk is the common case and needs no list.
    private enum Storage {
        case empty
        case single([UInt8])
        case list([[UInt8]])
    }

    private let storage: Storage
    /// Octets in all; the `Content-Length`.
    package let count: Int

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

    /// The chunks in order; some may be empty.
    package var chunks: [[UInt8]] {
        switch storage {
        case .empty: []
        case .single(let chunk): [chunk]
        case .list(let chunks): chunks
        }
    }

    /// Visits the chunks in order, without the list that `chunks` makes.
    package func forEachChunk(_ visit: ([UInt8]) -> Void) {
        switch storage {
        case .empty: break
        case .single(let chunk): visit(chunk)
        case .list(let chunks): chunks.forEach(visit)
        }
    }

    /// The same, in one chunk where it is so short that one is faster to send than several.
    package var joined: Body { count < Body.shortCount ? Body(bytes) : self }

    /// Octets of memory that it is made of beside the chunks of a list, which are others' too.
    package var ownOctets: Int {
        switch storage {
        case .empty: 0
        case .single(let chunk): chunk.count
        case .list(let chunks): chunks.count * MemoryLayout<[UInt8]>.stride
        }
    }

    private static let shortCount = 16 * 1024

    /// Everything in one array: a copy, for tests and transformations.
    package var bytes: [UInt8] {
        switch storage {
        case .empty: []
        case .single(let chunk): chunk
        case .list(let chunks): chunks.reduce(into: []) { $0 += $1 }
        }
    }
}
