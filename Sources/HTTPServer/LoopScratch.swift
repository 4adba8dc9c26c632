import HTTPCore

/// The buffers and services that the connections of one loop share. Only one connection is at work at a time, so an
/// idle one needs no buffer of its own.
final class LoopScratch {
    /// The buffer for reading. Its count never changes.
    var input = [UInt8](repeating: 0, count: 64 * 1024)
    /// The output of the connection at work; empty between connections.
    // A connection appends to it and sends it, and neither calls back into it.
    @exclusivity(unchecked) var output = Output()
    let configuration: Configuration
    let limiter: ConnectionLimiter
    let counters: LoopCounters
    let clock: any ServerClock
    let service: any Service
    /// Where other threads report that work for a response is done.
    let mailbox: Mailbox
    private var writer = ResponseWriter()
    private var second = 0

    init(
        _ configuration: Configuration, counters: LoopCounters, limiter: ConnectionLimiter, clock: any ServerClock,
        service: any Service
    ) throws(SocketError) {
        mailbox = try Mailbox()
        self.configuration = configuration
        self.counters = counters
        self.limiter = limiter
        self.clock = clock
        self.service = service
    }

    /// Updates the time in responses. Called whenever time has passed.
    func refreshDate() {
        second = clock.secondsSinceEpoch
        writer.setDate(secondsSinceEpoch: second)
    }

    /// The outcome of calling the service.
    enum Answered {
        /// The response is in the output, and the connection stays open for another request.
        case stays
        /// The response is in the output, and it is the last.
        case ends
        /// There is no response yet.
        case waits(any DeferredWork)
    }

    /// Appends the service's response to the output.
    ///
    /// `time`, in the clock's nanoseconds, is when work on the response began; it is set to when it ended. If only the
    /// end of the connection marks the end of the content, the response is the last.
    func answer(
        _ request: borrowing Request, after finished: (any DeferredWork)?, persists: Bool, client: [UInt8],
        time: inout UInt64
    ) -> Answered {
        let response = service.respond(to: request, after: finished)
        if let work = response.work { return .waits(work) }
        let persists = persists && (response.body.count != nil || request.head.version == .http11)
        let bytes = write(response, method: request.method, version: request.head.version, persists: persists)
        counters.requests.increase()
        let now = clock.nanoseconds
        service.note(
            request, response, AccessRecord(bytes: bytes, nanoseconds: now &- time, second: second, client: client))
        time = now
        return persists ? .stays : .ends
    }

    /// Appends the response to a request that could not be parsed or did not arrive in time. `bytes` are what arrived
    /// of it: if its method is HEAD, the response has no content (RFC 9110 section 9.3.2).
    func refuse(_ error: ParseError, of bytes: Span<UInt8>, client: [UInt8]) {
        let limits = configuration.limits
        let target = error == .invalidTarget ? RequestHead.encodedTarget(ofRequest: bytes, within: limits) : nil
        let response = service.respond(to: error, meaning: target)
        let bytes = write(response, method: Method(ofRequest: bytes), version: .http11, persists: false)
        counters.parseErrors.increase()
        service.note(error, response, AccessRecord(bytes: bytes, nanoseconds: 0, second: second, client: client))
    }

    /// Appends the response to a connection that cannot be served. `bytes` are what arrived of its first request.
    func turnAway(_ status: Status, detail: String, of bytes: Span<UInt8>) {
        var problem = ProblemDetails(status, detail: detail)
        problem.fields.append(.retryAfter, "5")
        _ = write(problem.response, method: Method(ofRequest: bytes), version: .http11, persists: false)
    }

    /// Appends an interim 100 (Continue) response.
    func writeContinue() {
        output.append { $0.append(contentsOf: "HTTP/1.1 100 Continue\r\n\r\n".utf8) }
    }

    /// Appends a response to the output. Returns the length of its content in bytes; 0 if that is still to be produced.
    private func write(_ response: Response, method: Method?, version: Version, persists: Bool) -> Int {
        let hasContent = output.append { wire in
            writer.appendHead(of: response, method: method, version: version, persists: persists, to: &wire)
        }
        guard hasContent else { return 0 }
        if let production = response.body.production {
            output.append(production, isChunked: version == .http11)
            return 0
        }
        response.body.forEachChunk { output.append($0) }
        return response.body.count ?? 0
    }
}
