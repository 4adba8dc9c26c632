import HTTPCore
internal import Synchronization

/// One thread's share of the server: its own listeners, poller, connections and deadlines.
///
/// `@unchecked Sendable`: all mutable state is touched only in ``run()``, which is called once. Other threads use only
/// `order`, the mailbox and the counters, which are Sendable.
final class Loop: @unchecked Sendable {
    /// What a loop is told to do from outside. An order is never taken back, only superseded by a later one in this
    /// list.
    enum Order: Int {
        case run
        /// Make every response the last of its connection.
        case end
        /// Finish what has started, then end.
        case drain
        /// End immediately.
        case stop
    }

    private static let wakeupToken = ConnectionTable.reserved(0)
    private static let firstListenerToken: UInt32 = 1
    private static let resumeToken = ConnectionTable.reserved(.max)
    /// The number of connections beyond the limits that get a response at the same time. Any more are just closed.
    private static let maxTurnedAway = 256

    private let order = Atomic(Order.run.rawValue)
    private let counters: LoopCounters
    private let clock: any ServerClock
    private let configuration: Configuration
    private let scratch: LoopScratch
    private let poller: any Poller
    private let listener: Listener
    // None of these calls anything that knows the loop.
    @exclusivity(unchecked) private var table = ConnectionTable()
    @exclusivity(unchecked) private var wheel: TimerWheel
    private var now: UInt64
    private var turnedAway = 0
    private var isEnding = false
    private var isDraining = false
    /// Connections that have been accepted but not yet read from.
    @exclusivity(unchecked) private var fresh: [PollToken] = []

    init(_ scratch: LoopScratch, sockets: [ListeningSocket]) throws(SocketError) {
        self.scratch = scratch
        configuration = scratch.configuration
        counters = scratch.counters
        clock = scratch.clock
        now = clock.nanoseconds / 1_000_000
        wheel = TimerWheel(now: now)
        poller = try configuration.poller.make()
        try poller.add(scratch.mailbox.wakeup.descriptor, token: Loop.wakeupToken, interest: .read)
        listener = try Listener(
            sockets, poller: poller, firstToken: Loop.firstListenerToken, fault: configuration.acceptFault)
    }

    /// Gives the loop an order; `.run` merely wakes it. May be called on any thread.
    func tell(_ order: Order) {
        if order != .run { self.order.max(order.rawValue, ordering: .releasing) }
        scratch.mailbox.wakeup.wake()
    }

    /// Serves until ordered to end. Called once, on a thread of its own.
    func run() {
        var ready: [PollToken] = []
        while true {
            poller.wait(milliseconds: wheel.timeout(now: now), &ready)
            now = clock.nanoseconds / 1_000_000
            scratch.refreshDate()
            for token in ready { handle(token) }
            for (token, tick) in wheel.expire(now: now) { expire(token, tick) }
            readFresh()
            switch Order(rawValue: order.load(ordering: .acquiring)) {
            case .run, nil: break
            case .end: end()
            case .drain: drain()
            case .stop:
                listener.close { _, _ in }
                for token in table.tokens { close(token) }
            }
            if order.load(ordering: .relaxed) >= Order.drain.rawValue, table.count == 0 {
                scratch.mailbox.close()
                return
            }
        }
    }

    private func handle(_ token: PollToken) {
        if let connection = table[token] {
            apply(connection.ready(scratch), to: connection, token)
        } else if token == Loop.wakeupToken {
            scratch.mailbox.wakeup.clear()
            scratch.service.wake()
            for message in scratch.mailbox.take() { deliver(message) }
        } else {
            accept(token)
        }
    }

    /// Continues the connection that waits for the work. If it is gone, another connection may be in its slot, but not
    /// with its token.
    private func deliver(_ message: Mailbox.Message) {
        guard let connection = table[message.token], let wait = connection.finish(message.work, scratch) else { return }
        apply(wait, to: connection, message.token)
    }

    private func accept(_ token: PollToken) {
        if listener.accept(token, { take($0, $1) }) { return }
        counters.exhaustions.increase()
        resumeLater()
    }

    /// Reads from the connections accepted in this turn. This comes last in a turn, so that everything that was due
    /// before they arrived is done when they are served.
    private func readFresh() {
        guard !fresh.isEmpty else { return }
        // Some arrived after the turn began, and their responses should carry the time of their arrival.
        scratch.refreshDate()
        for token in fresh {
            guard let connection = table[token] else { continue }
            apply(connection.ready(scratch), to: connection, token)
        }
        fresh.removeAll(keepingCapacity: true)
    }

    private func resumeLater() {
        wheel.insert(Loop.resumeToken, at: wheel.tick(for: now + Listener.pause))
    }

    private func take(_ socket: consuming Socket, _ address: SocketAddress) {
        counters.accepted.increase()
        let peer = ConnectionPeer(address, configuration)
        guard peer.isWelcome else {
            counters.refusedUnproxied.increase()
            counters.closed.increase()
            return
        }
        let decision = scratch.limiter.admit(peer.subscriber)
        switch decision {
        case .admitted: break
        case .full: counters.refusedFull.increase()
        case .greedy: counters.refusedGreedy.increase()
        }
        let isAdmitted = decision == .admitted
        guard isAdmitted || turnedAway < Loop.maxTurnedAway else {
            counters.closed.increase()
            return
        }
        let connection = Connection(socket, peer: peer, isAdmitted: isAdmitted, configuration)
        let token = table.insert(connection)
        connection.token = token
        if isEnding { connection.end() }
        if !isAdmitted { turnedAway += 1 }
        if isAdmitted, !isDraining {
            // Its request has often arrived already; a connection that serves a single request then never meets the
            // poller.
            fresh.append(token)
            return
        }
        let wait =
            switch decision {
            // While draining, the connection must first learn that its response is the last.
            case .admitted: connection.firstWait
            case .full: connection.turnAway(.serviceUnavailable, detail: "There are too many connections.", scratch)
            case .greedy: connection.turnAway(.tooManyRequests, detail: Connection.greedy, scratch)
            }
        apply(wait, to: connection, token)
    }

    private func apply(_ wait: Connection.Wait, to connection: Connection, _ token: PollToken) {
        switch wait {
        case .closed: close(token)
        case .input(let deadline): watch(connection, token, for: .read, until: deadline)
        case .output: watch(connection, token, for: .write, until: .write)
        case .work(let deadline): watch(connection, token, for: .hangUp, until: deadline)
        }
    }

    private func watch(
        _ connection: Connection, _ token: PollToken, for interest: Interest, until deadline: Connection.Deadline
    ) {
        if connection.interest != interest {
            do {
                let descriptor = connection.socket.descriptor
                if connection.interest == nil {
                    try poller.add(descriptor, token: token, interest: interest)
                } else {
                    try poller.change(descriptor, token: token, interest: interest)
                }
            } catch {
                close(token)
                return
            }
            connection.interest = interest
        }
        // Incoming bytes do not extend a deadline; outgoing bytes do.
        guard connection.deadline != deadline || deadline == .write else { return }
        connection.deadline = deadline
        connection.deadlineTime = now + UInt64(clamping: configuration.deadlines[deadline])
        schedule(connection, token)
    }

    private func schedule(_ connection: Connection, _ token: PollToken) {
        let tick = wheel.tick(for: connection.deadlineTime)
        guard tick < connection.deadlineTick else { return }
        connection.deadlineTick = tick
        wheel.insert(token, at: tick)
    }

    private func expire(_ token: PollToken, _ tick: UInt64) {
        if token == Loop.resumeToken {
            if !listener.resume() { resumeLater() }
            return
        }
        // If the deadline has since moved closer, this entry is no longer the connection's.
        guard let connection = table[token], connection.deadlineTick == tick else { return }
        connection.deadlineTick = .max
        if connection.deadlineTime <= now {
            apply(connection.expire(scratch), to: connection, token)
        } else {
            schedule(connection, token)
        }
    }

    private func end() {
        guard !isEnding else { return }
        isEnding = true
        for token in table.tokens { table[token]?.end() }
    }

    private func drain() {
        end()
        guard !isDraining else { return }
        isDraining = true
        listener.close { take($0, $1) }
        for token in table.tokens {
            guard let connection = table[token], let wait = connection.drain(scratch) else { continue }
            apply(wait, to: connection, token)
        }
    }

    private func close(_ token: PollToken) {
        guard let connection = table.remove(token) else { return }
        if connection.interest != nil { poller.remove(connection.socket.descriptor) }
        if connection.isAdmitted { scratch.limiter.release(connection.peer.subscriber) } else { turnedAway -= 1 }
        counters.closed.increase()
        // A descriptor has just become free.
        listener.resume()
    }
}
