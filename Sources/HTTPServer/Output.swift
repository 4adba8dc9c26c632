internal import Foundation
import Foundations
import HTTPCore

/// Bytes waiting to be sent. Small pieces are gathered, so that pipelined responses leave in a single send; large ones
/// are referenced in place and sent by scatter-gather.
struct Output {
    /// The outcome of a flush.
    enum Flush {
        /// Nothing is left.
        case done
        /// The socket takes no more for now, or other connections are due.
        case blocked
        /// The connection is lost.
        case failed
    }

    /// The size in bytes from which a piece gets its own buffer in the call instead of being copied.
    private static let largePiece = 16 * 1024
    private static let buffersPerCall = 16
    /// The number of bytes produced in one flush before other connections get their turn.
    private static let turn = 64 * 1024
    /// The capacity in bytes beyond which a buffer is not kept for the next response.
    private static let keptCapacity = 256 * 1024

    /// The complete pieces before the tail; those before `first` have been sent.
    private var pieces: [[UInt8]] = []
    private var first = 0
    /// The number of bytes already sent of the foremost piece, or of the tail if there are no pieces.
    private var sent = 0
    private var tail: [UInt8] = []
    /// The number of bytes in pieces that have not been sent completely.
    private var pieceBytes = 0

    /// The producer of the bytes that follow those already here, and whether to frame them as chunks.
    private var production: (next: Production, isChunked: Bool)?
    /// The total number of bytes sent.
    private(set) var departed = 0

    /// The number of bytes still to be sent, not counting those not yet produced.
    var count: Int { pieceBytes + tail.count - sent }

    /// Whether content is still being produced. Nothing may be appended before it ends.
    var isProducing: Bool { production != nil }

    /// Appends whatever `write` appends.
    mutating func append<Result>(_ write: (inout [UInt8]) -> Result) -> Result {
        write(&tail)
    }

    /// Appends one chunk of a body.
    mutating func append(_ chunk: [UInt8]) {
        guard chunk.count >= Output.largePiece else {
            tail.append(copying: chunk.span)
            return
        }
        seal()
        pieces.append(chunk)
        pieceBytes += chunk.count
    }

    /// Appends a body that is produced while it is being sent: framed as chunks (RFC 9112 section 7.1), or else ended
    /// by closing the connection.
    mutating func append(_ production: @escaping Production, isChunked: Bool) {
        self.production = (production, isChunked)
    }

    /// Sends until nothing is left, the socket is full, or other connections are due.
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

    /// Produces and appends the next chunk. Returns its length in bytes.
    private mutating func produce() -> Int {
        guard let (next, isChunked) = production else { return 0 }
        guard let chunk = next() else {
            production = nil
            if isChunked { append { $0.append(contentsOf: "0\r\n\r\n".utf8) } }
            return 0
        }
        // An empty chunk would mark the end of the content.
        guard !chunk.isEmpty else { return 0 }
        if isChunked { append { $0.append(contentsOf: "\(String(chunk.count, radix: 16))\r\n".utf8) } }
        append(chunk)
        if isChunked { append { $0.append(contentsOf: "\r\n".utf8) } }
        return chunk.count
    }

    /// Discards everything.
    mutating func clear() {
        production = nil
        reset()
    }

    private mutating func reset() {
        pieces.removeAll()
        (first, sent, pieceBytes) = (0, 0, 0)
        tail.removeAll(keepingCapacity: tail.capacity <= Output.keptCapacity)
    }

    /// Turns the tail into a piece, so that later ones come after it.
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

    /// Collects pieces and sends them. Each level of the recursion pins one piece, so that all pointers are valid when
    /// the call is made at the innermost one.
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
            // Freed immediately, since a slow reader may take long for the rest.
            pieces[first] = []
            first += 1
        }
        if first == pieces.count, first > 0 {
            pieces.removeAll()
            first = 0
        }
    }
}
