internal import Foundation
import Foundations
import HTTPCore

/// Bytes on their way out. Gathers small pieces, so that pipelined answers leave in one send; refers to large ones
/// where they are, and sends them by scatter-gather.
struct Output {
    /// The outcome of a flush.
    enum Flush {
        /// Nothing is left.
        case done
        /// The socket takes no more for now.
        case blocked
        /// The connection is lost.
        case failed
    }

    /// A piece of at least this many bytes gets its own buffer in the call, and is not copied.
    private static let largePiece = 16 * 1024
    private static let buffersPerCall = 16
    /// Bytes produced in one flush, before other connections get their turn.
    private static let turn = 64 * 1024
    /// A buffer with more capacity than this is not kept for the next answer.
    private static let keptCapacity = 256 * 1024

    /// Complete pieces before the tail; those before `first` have been sent.
    private var pieces: [[UInt8]] = []
    private var first = 0
    /// Bytes already sent of the foremost piece, or of the tail if there is no piece.
    private var sent = 0
    private var tail: [UInt8] = []
    /// Bytes of the pieces that have not been sent completely.
    private var pieceBytes = 0

    /// What produces the bytes after those that are there, and whether to frame them as chunks.
    private var production: (next: Production, isChunked: Bool)?
    /// All bytes sent so far.
    private(set) var departed = 0

    /// Bytes still to be sent, not counting those not yet produced.
    var count: Int { pieceBytes + tail.count - sent }

    /// Whether content is still being produced. Nothing may be added before it ends.
    var isProducing: Bool { production != nil }

    /// Adds what `write` appends.
    mutating func append<Result>(_ write: (inout [UInt8]) -> Result) -> Result {
        write(&tail)
    }

    /// Adds one chunk of a body.
    mutating func append(_ chunk: [UInt8]) {
        guard chunk.count >= Output.largePiece else {
            tail.append(copying: chunk.span)
            return
        }
        seal()
        pieces.append(chunk)
        pieceBytes += chunk.count
    }

    /// Adds a body that is produced while it is sent: framed as chunks (RFC 9112 section 7.1), or else up to the end of
    /// the connection.
    mutating func append(_ production: @escaping Production, isChunked: Bool) {
        self.production = (production, isChunked)
    }

    /// Sends until nothing is left, the socket is full, or it is the turn of other connections.
    mutating func flush(to socket: borrowing Socket) -> Flush {
        var made = 0
        while true {
            if count == 0 {
                guard isProducing else { break }
                guard made < Output.turn else { return .blocked }
                reset()
                made += produce()
                continue
            }
            switch pieces.isEmpty ? sendTail(to: socket) : sendPieces(to: socket) {
            case .bytes(let count): consume(count)
            case .wouldBlock, .end: return .blocked
            case .failed: return .failed
            }
        }
        clear()
        return .done
    }

    /// Produces and adds the next chunk. Returns its bytes.
    private mutating func produce() -> Int {
        guard let (next, isChunked) = production else { return 0 }
        guard let chunk = next() else {
            production = nil
            if isChunked { append { $0.append(contentsOf: "0\r\n\r\n".utf8) } }
            return 0
        }
        // An empty chunk would mark the end.
        guard !chunk.isEmpty else { return 0 }
        if isChunked { append { $0.append(contentsOf: "\(String(chunk.count, radix: 16))\r\n".utf8) } }
        append(chunk)
        if isChunked { append { $0.append(contentsOf: "\r\n".utf8) } }
        return chunk.count
    }

    /// Forgets everything.
    mutating func clear() {
        production = nil
        reset()
    }

    private mutating func reset() {
        pieces.removeAll()
        (first, sent, pieceBytes) = (0, 0, 0)
        tail.removeAll(keepingCapacity: tail.capacity <= Output.keptCapacity)
    }

    /// Turns the tail into a piece, so that what follows stays behind it.
    private mutating func seal() {
        guard !tail.isEmpty else { return }
        pieceBytes += tail.count
        pieces.append(tail)
        tail = []
    }

    private func sendTail(to socket: borrowing Socket) -> Socket.Transfer {
        tail.withUnsafeBytes { socket.send(UnsafeRawBufferPointer(rebasing: $0.dropFirst(sent))) }
    }

    private mutating func sendPieces(to socket: borrowing Socket) -> Socket.Transfer {
        seal()
        var buffers: [iovec] = []
        buffers.reserveCapacity(Output.buffersPerCall)
        return gather(from: first, skipping: sent, &buffers, to: socket)
    }

    /// Collects pieces and sends them. Each level of the recursion holds one piece in place, so that every pointer is
    /// valid when the call is made at the end.
    private func gather(
        from index: Int, skipping: Int, _ buffers: inout [iovec], to socket: borrowing Socket
    ) -> Socket.Transfer {
        guard index < pieces.count, buffers.count < Output.buffersPerCall else {
            return buffers.withUnsafeMutableBufferPointer { socket.send($0) }
        }
        return pieces[index].withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(skipping))
            buffers.append(iovec(iov_base: UnsafeMutableRawPointer(mutating: rest.baseAddress), iov_len: rest.count))
            return gather(from: index + 1, skipping: 0, &buffers, to: socket)
        }
    }

    private mutating func consume(_ count: Int) {
        sent += count
        departed += count
        while first < pieces.count, sent >= pieces[first].count {
            sent -= pieces[first].count
            pieceBytes -= pieces[first].count
            // Frees the memory at once: a slow reader may take long for the rest.
            pieces[first] = []
            first += 1
        }
        if first == pieces.count, first > 0 {
            pieces.removeAll()
            first = 0
        }
    }
}
