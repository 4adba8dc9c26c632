internal import HTTPCore

/// One client's connection: its socket, what is left of its input, what is left of its output.
final class Connection {
    /// What a connection waits for after it was worked on.
    enum Wait {
        /// Octets from the client, until a deadline.
        case input(Deadline)
        /// Room in the socket.
        case output
        /// Nothing: it is over.
        case closed
    }

    /// Which deadline holds; of one request, so that a trickle of octets does not put it off.
    enum Deadline: Equatable {
        case head(request: Int)
        case content(request: Int)
        case idle(request: Int)
        case linger
        case write
    }

    private enum Ending {
        /// The client asked for it and sent nothing more: close at once.
        case close
        /// The client may still be sending, and a close would destroy the answer on its way.
        case linger
    }

    /// Answers in waiting beyond which no more requests are worked on.
    private static let highWater = 256 * 1024
    /// Octets thrown away at most before a lingering connection closes.
    private static let lingerLimit = 1024 * 1024

    let socket: Socket
    let peer: SocketAddress
    /// The peer as text, made when it is first wanted.
    private lazy var client = Array(peer.description.utf8)
    /// Whether it counts in `Admission`.
    let isAdmitted: Bool
    /// What the poller watches for; nil where it does not know of the connection yet.
    var interest: Interest?
    /// The deadline that holds, its time in milliseconds, and the tick of the wheel's next entry for it.
    var deadline: Deadline?
    var deadlineTime = UInt64.max
    var deadlineTick = UInt64.max

    // It calls nothing that knows of the connection.
    @exclusivity(unchecked) private var state: ConnectionState
    /// Octets received that are not yet done with, from the first of a request.
    private var pending: [UInt8] = []
    /// What the socket did not take yet; while there is any, nothing is read.
    private var output: Output?
    private var ending: Ending?
    private var isLingering = false
    private var lingered = 0

    init(_ socket: consuming Socket, peer: SocketAddress, isAdmitted: Bool, _ configuration: Configuration) {
        self.socket = socket
        self.peer = peer
        self.isAdmitted = isAdmitted
        state = ConnectionState(configuration)
    }

    /// What a new connection waits for.
    var firstWait: Wait { .input(.head(request: 0)) }

    /// The poller says that the socket is ready for what was waited for; a new connection may always be tried.
    func ready(_ space: Workspace) -> Wait {
        if isLingering { return discard(space) }
        if let output {
            self.output = nil
            space.output = output
            let wait = flush(space)
            if case .input = wait, ending == nil, !pending.isEmpty { return workOnPending(space) }
            return wait
        }
        return receive(space)
    }

    /// Its deadline has passed.
    func expire(_ space: Workspace) -> Wait {
        switch deadline {
        case .head where !pending.isEmpty, .content:
            space.refuse(.timedOut, client: client)
            ending = .linger
            return flush(space)
        case .write:
            // Or the kernel would keep the rest for a client that does not read.
            socket.resetOnClose()
            return .closed
        default:
            return .closed
        }
    }

    /// The server stops: an idle connection closes, unless a request is waiting in the socket; any other closes with
    /// its next answer.
    func drain(_ space: Workspace) -> Wait? {
        state.isDraining = true
        guard !isLingering, output == nil, pending.isEmpty else { return nil }
        return receive(space)
    }

    /// Answers before any request that the connection may not stay.
    func turnAway(_ status: Status, detail: String, _ space: Workspace) -> Wait {
        space.turnAway(status, detail: detail)
        ending = .linger
        return flush(space)
    }

    private func receive(_ space: Workspace) -> Wait {
        switch socket.receive(into: &space.input) {
        case .octets(let count):
            if pending.isEmpty { return work(on: space.input, count: count, space) }
            pending.append(contentsOf: space.input.prefix(count))
            return workOnPending(space)
        case .wouldBlock: return awaitInput()
        case .end, .failed: return .closed
        }
    }

    private func workOnPending(_ space: Workspace) -> Wait {
        let octets = pending
        pending = []
        return work(on: octets, count: octets.count, space)
    }

    /// Answers every whole request in the first `count` octets, then sends the answers together.
    private func work(on buffer: [UInt8], count: Int, _ space: Workspace) -> Wait {
        var start = 0
        var time = space.clock.nanoseconds
        while ending == nil {
            switch state.next(buffer.span.extracting(start..<count)) {
            case .answer(let head, let length, let persists):
                let stays = space.answer(
                    Request(buffer: buffer, base: start, head: head), persists: persists, client: client, time: &time)
                start += length
                if !stays { ending = !head.persists && start == count ? .close : .linger }
                if space.output.isProducing || space.output.count >= Connection.highWater, ending == nil {
                    let wait = flush(space)
                    guard case .input = wait else {
                        keep(buffer, start..<count)
                        return wait
                    }
                }
            case .sendContinue:
                space.writeContinue()
            case .refuse(let error):
                space.refuse(error, client: client)
                ending = .linger
            case .receive(let kept):
                keep(buffer, start..<start + kept)
                return flush(space)
            }
        }
        return flush(space)
    }

    private func keep(_ buffer: [UInt8], _ range: Range<Int>) {
        // A head that comes in pieces stays where it is: no copy for every piece.
        pending = range == buffer.indices ? buffer : Array(buffer[range])
    }

    private func flush(_ space: Workspace) -> Wait {
        let before = space.output.departed
        let flushed = space.output.flush(to: socket)
        space.counters.octetsOut.increase(by: space.output.departed - before)
        switch flushed {
        case .done: return settle()
        case .blocked:
            output = space.output
            space.output = Output()
            return .output
        case .failed:
            space.output.clear()
            return .closed
        }
    }

    /// Everything has been sent.
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
        if state.isDraining, pending.isEmpty { return .closed }
        switch state.awaited(kept: pending.count) {
        case .head: return .input(.head(request: state.served))
        case .content: return .input(.content(request: state.served))
        case .idle: return .input(.idle(request: state.served))
        }
    }

    private func discard(_ space: Workspace) -> Wait {
        switch socket.receive(into: &space.input) {
        case .octets(let count):
            lingered += count
            return lingered > Connection.lingerLimit ? .closed : .input(.linger)
        case .wouldBlock: return .input(.linger)
        case .end, .failed: return .closed
        }
    }
}
