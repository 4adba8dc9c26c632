internal import Foundation
internal import HTTPCore

/// Bytes on their way out. Small pieces are gathered, so that pipelined answers leave in one send; large ones are
/// referred to where they are and leave by scatter-gather.
struct Output {
    /// What a flush came to.
    enum Flush {
        /// Nothing is left.
        case done
        /// The socket takes no more for now.
        case blocked
        /// The connection is lost.
        case failed
    }

    /// From here on a piece is worth a buffer of its own in the call, and not a copy.
    private static let largePiece = 16 * 1024
    private static let buffersPerCall = 16
    /// Bytes made in one flush: other connections have their turn before the next.
    private static let turn = 64 * 1024
    /// More memory than this is not kept for the next answer.
    private static let keptCapacity = 256 * 1024

    /// Whole pieces before the tail; those before `first` have left.
    private var pieces: [[UInt8]] = []
    private var first = 0
    /// Bytes of the foremost piece, or of the tail where there is none, that have left.
    private var sent = 0
    private var tail: [UInt8] = []
    /// Bytes of the pieces that have not left wholly.
    private var pieceBytes = 0

    /// What makes the bytes after those that are there, and whether they are framed as chunks.
    private var production: (next: Production, isChunked: Bool)?
    /// Bytes that have left in all.
    private(set) var departed = 0

    /// Bytes still to leave, as far as they are made.
    var count: Int { pieceBytes + tail.count - sent }

    /// Whether content is still being made: nothing may be added before its end.
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

    /// Adds a body that is made while it is sent, framed as chunks (RFC 9112 section 7.1), or else to the connection's end.
    mutating func append(_ production: @escaping Production, isChunked: Bool) {
        self.production = (production, isChunked)
    }

    /// Sends until nothing is left, the socket is full, or others should have their turn.
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

    /// Adds the next chunk; answers its bytes.
    private mutating func produce() -> Int {
        guard let (next, isChunked) = production else { return 0 }
        guard let chunk = next() else {
            production = nil
            if isChunked { append { $0.append(contentsOf: "0\r\n\r\n".utf8) } }
            return 0
        }
        // An empty chunk would be the last.
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

    /// Makes the tail a piece, so that what follows stays behind it.
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

    /// Each level of the recursion holds one piece in place, so that every pointer is valid in the call at the end.
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
            // Its memory is let go at once: a slow reader may take long for the rest.
            pieces[first] = []
            first += 1
        }
        if first == pieces.count, first > 0 {
            pieces.removeAll()
            first = 0
        }
    }
}
