import HTTPCore

/// The protocol state of a connection: bytes in, actions out, without a socket or a clock.
struct ConnectionState {
    /// What to do next.
    enum Action {
        /// Respond to the request whose head and content are the next `length` bytes. The connection then ends unless
        /// it `persists`.
        case answer(RequestHead, length: Int, persists: Bool)
        /// Send 100 (Continue), then go on.
        case sendContinue
        /// Respond with the error and end the connection.
        case refuse(ParseError)
        /// Wait for more input, keeping the next `keep` bytes.
        case receive(keep: Int)
    }

    /// What the client is expected to send.
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
    /// The number of requests that have got a response.
    private(set) var served = 0
    /// Whether the next response is the last.
    var isDraining = false

    init(_ configuration: Configuration) {
        limits = configuration.limits
        maxRequests = configuration.maxRequestsPerConnection
        parser = RequestParser(limits: limits)
    }

    /// Returns what the client is expected to send when `kept` bytes are already there.
    func awaited(kept: Int) -> Awaited {
        switch phase {
        case .content: .content
        case .head: kept == 0 && served > 0 ? .idle : .head
        }
    }

    /// Returns what to do next. `bytes` starts at the first byte of the request and contains everything of it that has
    /// been received and kept.
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
                // A client that has started to send its content is not waiting for 100.
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
