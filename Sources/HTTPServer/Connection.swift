import HTTPCore

/// One client's connection: its socket, the input not yet processed and the output not yet sent.
final class Connection {
    private enum Ending {
        /// The client asked to close and has sent nothing more: close immediately.
        case close
        /// The client may still be sending, and closing now would destroy the response on its way.
        case linger
    }

    /// No further requests are handled once this many bytes of responses are waiting.
    private static let highWater = 256 * 1024
    /// The number of bytes discarded before a lingering connection is closed regardless.
    private static let lingerLimit = 1024 * 1024

    /// What a client with too many connections is told.
    static let greedy = "There are too many connections from this address."

    let socket: Socket
    // It calls nothing that knows the connection.
    @exclusivity(unchecked) private(set) var peer: ConnectionPeer
    /// Whether the connection counts in the ``ConnectionLimiter``.
    let isAdmitted: Bool
    /// The token by which the loop knows the connection.
    var token = ConnectionTable.reserved(0)
    /// What the poller watches for; nil if the poller does not know the connection yet.
    var interest: Interest?
    /// The current deadline, its time in milliseconds, and the tick of its next entry in the timer wheel.
    var deadline: Deadline?
    var deadlineTime = UInt64.max
    var deadlineTick = UInt64.max

    // Neither calls anything that knows the connection.
    @exclusivity(unchecked) private var state: ConnectionState
    @exclusivity(unchecked) private var deferred: Deferred?
    /// Bytes received but not yet processed, from the first byte of a request.
    private var pending: [UInt8] = []
    /// The bytes that the socket has not yet taken. Nothing is read while there are any.
    private var output: Output?
    /// Whether the server is draining and will end once its connections have.
    private var isLeaving = false
    private var ending: Ending?
    private var isLingering = false
    private var lingered = 0

    init(_ socket: consuming Socket, peer: ConnectionPeer, isAdmitted: Bool, _ configuration: Configuration) {
        self.socket = socket
        self.peer = peer
        self.isAdmitted = isAdmitted
        state = ConnectionState(configuration)
    }

    /// What a new connection waits for first.
    var firstWait: Wait { .input(.head(request: 0)) }

    /// Handles the connection when the poller reports that its socket is ready, or when it is new.
    func ready(_ scratch: LoopScratch) -> Wait {
        if isLingering { return discard(scratch) }
        if let output {
            self.output = nil
            scratch.output = output
            let wait = flush(scratch)
            switch wait {
            case .input where ending == nil && !pending.isEmpty: return workOnPending(scratch)
            case .work where deferred?.isDone == true: return workOnPending(scratch)
            default: return wait
            }
        }
        // While it waits for work, the poller reports only the end of the connection.
        return deferred == nil ? receive(scratch) : .closed
    }

    /// Continues once the work for a response is done. Returns nil if the connection is no longer waiting for it, or
    /// must send earlier bytes first.
    func finish(_ work: any DeferredWork, _ scratch: LoopScratch) -> Wait? {
        guard deferred?.work === work else { return nil }
        deferred?.isDone = true
        return output == nil ? workOnPending(scratch) : nil
    }

    /// Handles the expiry of the current deadline.
    func expire(_ scratch: LoopScratch) -> Wait {
        switch deadline {
        case .head where peer.awaitsHeader: return refuseUnproxied(scratch)
        case .head where !pending.isEmpty, .content:
            let bytes = pending
            scratch.refuse(.timedOut, of: bytes.span, client: peer.text)
            ending = .linger
            return flush(scratch)
        case .answer:
            deadline = nil
            deferred?.isDone = true
            return workOnPending(scratch)
        case .farewell:
            // A request may have arrived at this very moment.
            let wait = receive(scratch)
            if case .input(.farewell) = wait { return .closed }
            return wait
        case .write:
            // Otherwise the kernel would keep the rest for a client that does not read.
            socket.resetOnClose()
            return .closed
        default:
            return .closed
        }
    }

    /// Makes the next response the last.
    func end() {
        state.isDraining = true
    }

    /// Ends the connection because the server is stopping: with its next response or, if it is idle, soon.
    func drain(_ scratch: LoopScratch) -> Wait? {
        end()
        isLeaving = true
        guard !isLingering, output == nil, pending.isEmpty else { return nil }
        return receive(scratch)
    }

    /// Tells the client that the connection cannot be served.
    func turnAway(_ status: Status, detail: String, _ scratch: LoopScratch) -> Wait {
        // The request has often arrived already, and its method decides whether the response has content.
        var count = 0
        if case .bytes(let received) = socket.receive(into: &scratch.input) { count = received }
        let bytes = scratch.input
        return turnAway(status, detail: detail, of: bytes.span.extracting(..<count), scratch)
    }

    private func turnAway(
        _ status: Status, detail: String, of bytes: Span<UInt8>, _ scratch: LoopScratch
    ) -> Wait {
        scratch.turnAway(status, detail: detail, of: bytes)
        ending = .linger
        return flush(scratch)
    }

    private func receive(_ scratch: LoopScratch) -> Wait {
        switch socket.receive(into: &scratch.input) {
        case .bytes(let count):
            if pending.isEmpty { return work(on: scratch.input, count: count, scratch) }
            pending.append(contentsOf: scratch.input.prefix(count))
            return workOnPending(scratch)
        case .wouldBlock: return awaitInput()
        case .end, .failed: return .closed
        }
    }

    private func workOnPending(_ scratch: LoopScratch) -> Wait {
        let bytes = pending
        pending = []
        return work(on: bytes, count: bytes.count, scratch)
    }

    /// Handles all complete requests in the first `count` bytes, then sends the responses together.
    private func work(on buffer: [UInt8], count: Int, _ scratch: LoopScratch) -> Wait {
        var start = 0
        if peer.awaitsHeader {
            switch peer.read(
                buffer.span.extracting(..<count), trusting: scratch.configuration.proxies, scratch.limiter)
            {
            case .header(let length): start = length
            case .greedy(let length):
                scratch.counters.refusedGreedy.increase()
                let rest = buffer.span.extracting(length..<count)
                return turnAway(.tooManyRequests, detail: Connection.greedy, of: rest, scratch)
            case .needsMore:
                keep(buffer, 0..<count)
                return awaitInput()
            case .unproxied: return refuseUnproxied(scratch)
            }
        }
        var time = scratch.clock.nanoseconds
        while ending == nil {
            let resumed = deferred
            if resumed != nil { deferred = nil }
            let action = resumed?.action ?? state.next(buffer.span.extracting(start..<count))
            switch action {
            case .answer(var head, let length, let persists):
                if let resumed { time = resumed.began }
                var client = peer.text
                if peer.isTrusted {
                    let bytes = buffer.span.extracting(start..<count)
                    client = head.follow(scratch.configuration.proxies, in: bytes) ?? client
                }
                let answered = scratch.answer(
                    Request(buffer: buffer, base: start, head: head), after: resumed?.work,
                    persists: persists && !state.isDraining, client: client, time: &time)
                if case .waits(let work) = answered {
                    keep(buffer, start..<count)
                    wait(for: Deferred(action: action, work: work, began: time), scratch)
                    return flush(scratch)
                }
                start += length
                if case .ends = answered { ending = !head.persists && start == count ? .close : .linger }
                if scratch.output.isProducing || scratch.output.count >= Connection.highWater, ending == nil {
                    let wait = flush(scratch)
                    guard case .input = wait else {
                        keep(buffer, start..<count)
                        return wait
                    }
                }
            case .sendContinue:
                scratch.writeContinue()
            case .refuse(let error):
                scratch.refuse(error, of: buffer.span.extracting(start..<count), client: peer.text)
                ending = .linger
            case .receive(let kept):
                keep(buffer, start..<start + kept)
                return flush(scratch)
            }
        }
        return flush(scratch)
    }

    /// Ends a connection that does not begin as the PROXY protocol has it: nobody knows whose it is.
    private func refuseUnproxied(_ scratch: LoopScratch) -> Wait {
        scratch.counters.refusedUnproxied.increase()
        return .closed
    }

    private func wait(for deferred: Deferred, _ scratch: LoopScratch) {
        self.deferred = deferred
        // Weak, because the work holds this closure and neither would ever be freed. If the work is gone, nobody is
        // waiting for it.
        deferred.work.whenDone { [mailbox = scratch.mailbox, token, weak work = deferred.work] in
            if let work { mailbox.post(Mailbox.Message(token: token, work: work)) }
        }
    }

    private func keep(_ buffer: [UInt8], _ range: Range<Int>) {
        // A head that arrives in pieces stays in place, without being copied for every piece.
        pending = range == buffer.indices ? buffer : Array(buffer[range])
    }

    private func flush(_ scratch: LoopScratch) -> Wait {
        let before = scratch.output.departed
        let flushed = scratch.output.flush(to: socket)
        scratch.counters.bytesOut.increase(by: scratch.output.departed - before)
        switch flushed {
        case .done: return settle()
        case .blocked:
            output = scratch.output
            scratch.output = Output()
            return .output
        case .failed:
            scratch.output.clear()
            return .closed
        }
    }

    /// Decides what happens next once everything has been sent.
    private func settle() -> Wait {
        switch ending {
        case .close: return .closed
        case .linger:
            socket.shutdownWriting()
            isLingering = true
            pending = []
            return .input(.linger)
        case nil: return awaitInput()
        }
    }

    private func awaitInput() -> Wait {
        if deferred != nil { return .work(.answer(request: state.served)) }
        if isLeaving, pending.isEmpty { return .input(.farewell) }
        switch state.awaited(kept: pending.count) {
        case .head: return .input(.head(request: state.served))
        case .content: return .input(.content(request: state.served))
        case .idle: return .input(.idle(request: state.served))
        }
    }

    private func discard(_ scratch: LoopScratch) -> Wait {
        switch socket.receive(into: &scratch.input) {
        case .bytes(let count):
            lingered += count
            return lingered > Connection.lingerLimit ? .closed : .input(.linger)
        case .wouldBlock: return .input(.linger)
        case .end, .failed: return .closed
        }
    }
}
