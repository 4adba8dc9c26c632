internal import HTTPCore

/// Where a connection is in the protocol: no socket, no clock, only bytes in and actions out.
struct ConnectionState {
    /// What to do next.
    enum Action {
        /// Answer it; its head and content are the next `length` bytes. The connection ends after it unless it
        /// `persists`.
        case answer(RequestHead, length: Int, persists: Bool)
        /// Send 100, then go on.
        case sendContinue
        /// Answer the error and end the connection.
        case refuse(ParseError)
        /// Wait for more, and keep the next `keep` bytes until then.
        case receive(keep: Int)
    }

    /// What a client is being waited for.
    enum Awaited {
        case head, content, idle
    }

    private enum Phase {
        case head
        case content(RequestHead, BodyDecoder)
    }

    private let limits: Limits
    private let maxRequests: Int
    private var parser: RequestParser
    private var phase = Phase.head
    /// Requests answered.
    private(set) var served = 0
    /// Set it to end the connection with the next answer.
    var isDraining = false

    init(_ configuration: Configuration) {
        limits = configuration.limits
        maxRequests = configuration.maxRequestsPerConnection
        parser = RequestParser(limits: limits)
    }

    /// What is awaited when `kept` bytes are there.
    func awaited(kept: Int) -> Awaited {
        switch phase {
        case .content: .content
        case .head: kept == 0 && served > 0 ? .idle : .head
        }
    }

    /// `bytes` begins with the first byte of the request and holds all of it that has been received and kept.
    mutating func next(_ bytes: Span<UInt8>) -> Action {
        switch phase {
        case .head:
            switch parser.parse(bytes) {
            case .needsMore: return .receive(keep: bytes.count)
            case .failed(let error): return .refuse(error)
            case .request(let head):
                parser = RequestParser(limits: limits)
                if head.content == .none { return answer(head, length: head.length) }
                phase = .content(head, BodyDecoder(head.content, limits: limits))
                // A client that has begun to send is not waiting.
                if head.expectsContinue, bytes.count == head.length { return .sendContinue }
                return next(bytes)
            }
        case .content(let head, var decoder):
            switch decoder.consume(bytes.extracting(head.length...)) {
            case .needsMore:
                phase = .content(head, decoder)
                return .receive(keep: head.length)
            case .failed(let error): return .refuse(error)
            case .complete(let consumed):
                phase = .head
                return answer(head, length: head.length + consumed)
            }
        }
    }

    private mutating func answer(_ head: RequestHead, length: Int) -> Action {
        served += 1
        return .answer(head, length: length, persists: head.persists && served < maxRequests && !isDraining)
    }
}
