internal import Dispatch

/// An HTTP server whose loops share no state.
package final class Server: Sendable {
    private struct State {
        var loops: [Loop] = []
        var counters: [LoopCounters] = []
        var file: UnixSocketFile?
        var handover: PortHandover?
        var hasStarted = false
    }

    private let configuration: Configuration
    private let service: ServiceFactory
    private let clock: any ServerClock
    private let running = DispatchGroup()
    private let state = Locked(State())

    /// Creates a server, which does nothing until ``start()``.
    package init(
        _ configuration: Configuration, clock: any ServerClock = SystemClock(), service: @escaping ServiceFactory
    ) {
        self.configuration = configuration
        self.clock = clock
        self.service = service
    }

    /// Listens, then serves until ``drain(milliseconds:)`` or ``stop()``. Returns the addresses it listens on, with the
    /// ports that the kernel chose for 0; connections are accepted from then on. May be called only once.
    package func start() throws(SocketError) -> [SocketAddress] {
        let isFirst = state.withLock { state in
            defer { state.hasStarted = true }
            return !state.hasStarted
        }
        guard isFirst else { throw .alreadyStarted }
        let sockets = try ListeningSockets(configuration)
        let limiter = ConnectionLimiter(configuration)
        var loops: [Loop] = []
        var counters: [LoopCounters] = []
        for (index, sockets) in sockets.byLoop.enumerated() {
            let own = LoopCounters()
            let scratch = try LoopScratch(
                configuration, counters: own, limiter: limiter, clock: clock, service: service(index))
            loops.append(try Loop(scratch, sockets: sockets))
            counters.append(own)
        }
        state.withLock { state in
            (state.loops, state.counters, state.file) = (loops, counters, sockets.file)
            state.handover = configuration.sharesPort ? PortHandover(sockets) : nil
        }
        for (index, loop) in loops.enumerated() {
            // A serial queue gives each loop a thread of its own for as long as it runs.
            DispatchQueue(label: "loop \(index)", qos: .userInitiated).async(group: running) { loop.run() }
        }
        return sockets.addresses
    }

    /// Makes every response from now on the last of its connection, and says so in it; everything else goes on. Clients
    /// can thus leave before ``drain(milliseconds:)`` closes connections that they may be about to use.
    package func announceEnd() {
        tell(.end)
    }

    /// Stops accepting, responds to the requests in progress and ends. Cuts off whatever is not done after
    /// `milliseconds`. Blocks until then, and returns true if nothing had to be cut off.
    @discardableResult
    package func drain(milliseconds: Int) -> Bool {
        let end = DispatchTime.now() + .milliseconds(milliseconds)
        announceEnd()
        if let handover = state.withLock({ $0.handover.take() }) {
            handover.begin()
            _ = running.wait(timeout: min(end, .now() + .milliseconds(PortHandover.handshake)))
        }
        state.withLock { $0.file.take() }?.remove()
        tell(.drain)
        if running.wait(timeout: end) == .success { return true }
        stop()
        return false
    }

    /// Cuts off all connections, and blocks until that is done.
    package func stop() {
        state.withLock { state in
            state.handover = nil
            return state.file.take()
        }?.remove()
        tell(.stop)
        running.wait()
    }

    /// The counts so far.
    package var counters: Counters {
        var sum = Counters()
        for counters in state.withLock({ $0.counters }) { counters.add(to: &sum) }
        return sum
    }

    /// Wakes every loop, which then calls its service's ``Service/wake()``.
    package func wake() {
        tell(.run)
    }

    private func tell(_ order: Loop.Order) {
        for loop in state.withLock({ $0.loops }) { loop.tell(order) }
    }
}
