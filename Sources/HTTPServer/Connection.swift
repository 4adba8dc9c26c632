import HTTPCore

/// One client's connection: its socket, the input not yet processed, and the output not yet sent.
final class Connection {
    private enum Ending {
        /// The client asked for the end and has sent nothing more: close at once.
        case close
        /// The client may still be sending, and closing now would destroy the answer on its way.
        case linger
    }

    /// Stop answering further requests once this many bytes of answers are waiting.
    private static let highWater = 256 * 1024
    /// The most bytes discarded before a lingering connection is closed anyway.
    private static let lingerLimit = 1024 * 1024

    let socket: Socket
    let peer: SocketAddress
    /// The peer's address as text, made when it is first needed.
    private lazy var client = peer.bytes
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
    /// What the socket has not taken yet. Nothing is read while there is any.
    private var output: Output?
    /// Whether the server is draining, and ends when its connections have.
    private var isLeaving = false
    private var ending: Ending?
    private var isLingering = false
    private var lingered = 0

    init(_ socket: consuming Socket, peer: SocketAddress, isAdmitted: Bool, _ configuration: Configuration) {
        self.socket = socket
        self.peer = peer
        self.isAdmitted = isAdmitted
        state = ConnectionState(configuration)
    }

    /// What a new connection waits for first.
    var firstWait: Wait { .input(.head(request: 0)) }

    /// Works on the connection when the poller says that its socket is ready, or when it is new.
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

    /// Continues when work for an answer is done. Returns nil if the connection no longer waits for it, or must send
    /// earlier bytes first.
    func finish(_ work: any DeferredWork, _ scratch: LoopScratch) -> Wait? {
        guard deferred?.work === work else { return nil }
        deferred?.isDone = true
        return output == nil ? workOnPending(scratch) : nil
    }

    /// Does what is due when the current deadline has passed.
    func expire(_ scratch: LoopScratch) -> Wait {
        switch deadline {
        case .head where !pending.isEmpty, .content:
            let bytes = pending
            scratch.refuse(.timedOut, of: bytes.span, client: client)
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

    /// Makes the next answer the last.
    func end() {
        state.isDraining = true
    }

    /// Ends the connection because the server stops: with its next answer or, if it is idle, soon.
    func drain(_ scratch: LoopScratch) -> Wait? {
        end()
        isLeaving = true
        guard !isLingering, output == nil, pending.isEmpty else { return nil }
        return receive(scratch)
    }

    /// Tells the client, before any request, that the connection may not stay.
    func turnAway(_ status: Status, detail: String, _ scratch: LoopScratch) -> Wait {
        // The request is often there already.
        var count = 0
        if case .bytes(let received) = socket.receive(into: &scratch.input) { count = received }
        let bytes = scratch.input
        scratch.turnAway(status, detail: detail, of: bytes.span.extracting(..<count))
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

    /// Answers every complete request in the first `count` bytes, then sends the answers together.
    private func work(on buffer: [UInt8], count: Int, _ scratch: LoopScratch) -> Wait {
        var start = 0
        var time = scratch.clock.nanoseconds
        while ending == nil {
            let resumed = deferred
            if resumed != nil { deferred = nil }
            let action = resumed?.action ?? state.next(buffer.span.extracting(start..<count))
            switch action {
            case .answer(let head, let length, let persists):
                if let resumed { time = resumed.began }
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
                scratch.refuse(error, of: buffer.span.extracting(start..<count), client: client)
                ending = .linger
            case .receive(let kept):
                keep(buffer, start..<start + kept)
                return flush(scratch)
            }
        }
        return flush(scratch)
    }

    private func wait(for deferred: Deferred, _ scratch: LoopScratch) {
        self.deferred = deferred
        // Weak, since the work holds this closure: neither would ever be freed. Once the work is gone, nobody waits for
        // it.
        deferred.work.whenDone { [mailbox = scratch.mailbox, token, weak work = deferred.work] in
            if let work { mailbox.post(Mailbox.Message(token: token, work: work)) }
        }
    }

    private func keep(_ buffer: [UInt8], _ range: Range<Int>) {
        // A head that arrives in pieces stays where it is, without a copy for every piece.
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

    /// Decides what comes next once everything has been sent.
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
