import HTTPCore

/// Limits the number of open connections of all loops together, in total and per subscriber. Consulted once per
/// connection.
final class ConnectionLimiter: Sendable {
    /// Whether a connection may stay.
    enum Decision {
        case admitted
        /// There are too many connections in total.
        case full
        /// There are too many connections from this subscriber.
        case greedy
    }

    private struct State {
        var open = 0
        var bySubscriber: [IPAddress: Int] = [:]
    }

    private let state = Locked(State())
    private let limit: Int
    private let limitPerSubscriber: Int

    init(_ configuration: Configuration) {
        limit = configuration.maxConnections
        limitPerSubscriber = configuration.maxConnectionsPerAddress
    }

    /// Decides whether a connection may stay and, if so, counts it: ``release(_:)`` must then be called with the same
    /// subscriber when it closes. Nil for one that is nobody's own, which counts in total alone.
    func admit(_ subscriber: IPAddress?) -> Decision {
        state.withLock { state in
            guard state.open < limit else { return .full }
            if let subscriber, !count(&state.bySubscriber[subscriber, default: 0]) { return .greedy }
            state.open += 1
            return .admitted
        }
    }

    /// Counts a connection that has been admitted as nobody's for its subscriber. Returns false if that has too many.
    func assign(to subscriber: IPAddress) -> Bool {
        state.withLock { count(&$0.bySubscriber[subscriber, default: 0]) }
    }

    func release(_ subscriber: IPAddress?) {
        state.withLock { state in
            state.open -= 1
            guard let subscriber else { return }
            if uncount(&state.bySubscriber[subscriber, default: 1]) { state.bySubscriber[subscriber] = nil }
        }
    }

    /// Increments `open` and returns true if there is room. Works in place, so that the table is searched only once.
    private func count(_ open: inout Int) -> Bool {
        guard open < limitPerSubscriber else { return false }
        open += 1
        return true
    }

    /// Decrements `open` and returns whether it was the last connection.
    private func uncount(_ open: inout Int) -> Bool {
        open -= 1
        return open == 0
    }
}
