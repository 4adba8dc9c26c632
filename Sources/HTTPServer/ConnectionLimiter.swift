/// Counts the open connections of all loops, in all and by subscriber; asked once a connection.
final class ConnectionLimiter: Sendable {
    /// Whether a connection may stay.
    enum Decision {
        case admitted
        /// Too many in all.
        case full
        /// Too many of this subscriber.
        case greedy
    }

    private struct State {
        var open = 0
        var bySubscriber: [SocketAddress: Int] = [:]
    }

    private let state = Locked(State())
    private let limit: Int
    private let limitPerSubscriber: Int

    init(_ configuration: Configuration) {
        limit = configuration.maxConnections
        limitPerSubscriber = configuration.maxConnectionsPerAddress
    }

    /// An admitted connection must be released when it closes. Over a Unix-domain socket all clients look alike, so that
    /// there is no limit for one of them.
    func admit(_ peer: SocketAddress) -> Decision {
        state.withLock { state in
            guard state.open < limit else { return .full }
            guard !peer.isUnix else {
                state.open += 1
                return .admitted
            }
            guard count(&state.bySubscriber[peer.subscriber, default: 0]) else { return .greedy }
            state.open += 1
            return .admitted
        }
    }

    func release(_ peer: SocketAddress) {
        state.withLock { state in
            state.open -= 1
            guard !peer.isUnix else { return }
            let subscriber = peer.subscriber
            if uncount(&state.bySubscriber[subscriber, default: 1]) { state.bySubscriber[subscriber] = nil }
        }
    }

    /// Whether there is room for one more, which is then counted. In place, for the table to be looked through once.
    private func count(_ open: inout Int) -> Bool {
        guard open < limitPerSubscriber else { return false }
        open += 1
        return true
    }

    /// Whether that was the last.
    private func uncount(_ open: inout Int) -> Bool {
        open -= 1
        return open == 0
    }
}
