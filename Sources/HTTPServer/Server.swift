internal import Dispatch
package import HTTPCore

/// Serves one handler on one port, with loops that share nothing.
package final class Server: Sendable {
    private struct State {
        var loops: [Loop] = []
        var counters: [LoopCounters] = []
        var hasStarted = false
    }

    private let configuration: Configuration
    private let handler: Handler
    private let problem: @Sendable (ParseError) -> Response
    private let observer: Observer?
    private let clock: any ServerClock
    private let running = DispatchGroup()
    private let state = Guarded(State())

    /// Does nothing yet. `problem` answers what the parser refuses.
    package init(
        _ configuration: Configuration, observer: Observer? = nil, clock: any ServerClock = SystemClock(),
        problem: @escaping @Sendable (ParseError) -> Response = { Problem($0).response },
        handler: @escaping Handler
    ) {
        self.configuration = configuration
        self.observer = observer
        self.clock = clock
        self.problem = problem
        self.handler = handler
    }

    /// Listens, then serves until `drain` or `stop`. Answers where, with the port that the kernel chose for 0; when it
    /// has returned, connections are accepted. Only once.
    package func start() throws(SocketError) -> [SocketAddress] {
        let isFirst = state.withLock { state in
            defer { state.hasStarted = true }
            return !state.hasStarted
        }
        guard isFirst else { throw .alreadyStarted }
        let count = System.balancesListeners ? max(1, configuration.loops) : 1
        var sockets: [[ListeningSocket]] = Array(repeating: [], count: count)
        let addresses = try listen(&sockets)
        let admission = Admission(configuration)
        var loops: [Loop] = []
        var counters: [LoopCounters] = []
        for sockets in sockets {
            let own = LoopCounters()
            let space = Workspace(
                configuration, counters: own, clock: clock, handler: handler, problem: problem, observer: observer)
            loops.append(try Loop(space, sockets: sockets, admission: admission))
            counters.append(own)
        }
        state.withLock { ($0.loops, $0.counters) = (loops, counters) }
        for (index, loop) in loops.enumerated() {
            // A serial queue of its own gives each loop a thread for as long as it runs.
            DispatchQueue(label: "loop \(index)", qos: .userInitiated).async(group: running) { loop.run() }
        }
        return addresses
    }

    /// Stops accepting, answers what is in flight and ends; what is not done after `milliseconds` is cut off. Blocks
    /// until then. Answers whether nothing was cut off.
    @discardableResult
    package func drain(milliseconds: Int) -> Bool {
        tell(.drain)
        if running.wait(timeout: .now() + .milliseconds(milliseconds)) == .success { return true }
        stop()
        return false
    }

    /// Cuts everything off, and blocks until that is done.
    package func stop() {
        tell(.stop)
        running.wait()
    }

    /// The counts so far.
    package var counters: Counters {
        var sum = Counters()
        for counters in state.withLock({ $0.counters }) { counters.add(to: &sum) }
        return sum
    }

    /// Makes every loop look at the clock: for tests that set it.
    package func wake() {
        tell(.run)
    }

    private func tell(_ order: Loop.Order) {
        for loop in state.withLock({ $0.loops }) { loop.tell(order) }
    }

    /// Gives every loop a socket on each address of the host. An address that the machine does not have is passed over
    /// as long as there is another: `localhost` may be IPv6 in name only.
    private func listen(_ sockets: inout [[ListeningSocket]]) throws(SocketError) -> [SocketAddress] {
        var bound: [SocketAddress] = []
        var failure: SocketError?
        for address in try SocketAddress.resolve(host: configuration.host, port: configuration.port) {
            var address = address
            // One port for all addresses, also where the kernel chose it.
            if let first = bound.first { address.port = first.port }
            do throws(SocketError) {
                if sockets.count > 1, address.port != 0 { try Socket.probe(address) }
                for index in sockets.indices {
                    let socket = try Socket.listening(
                        on: address, backlog: configuration.backlog, sharesPort: sockets.count > 1)
                    if index == 0 { address = try socket.localAddress() }
                    sockets[index].append(ListeningSocket(socket))
                }
                bound.append(address)
            } catch .addressNotAvailable(let text) {
                failure = .addressNotAvailable(text)
            }
        }
        if bound.isEmpty, let failure { throw failure }
        return bound
    }
}
