/// The listening sockets of one loop.
///
/// It stops listening for a while when no descriptor is left, because a level-triggered poller would spin on a
/// connection that cannot be accepted.
final class Listener {
    /// The time in milliseconds after which a paused listener tries again, unless a connection closes earlier.
    static let pause: UInt64 = 500
    /// The number of connections accepted in a row before the existing ones get their turn.
    private static let burst = 64
    /// The number of connections accepted in a row before closing, which is the last chance for those that are waiting.
    /// It is bounded, because more may keep coming.
    private static let lastBurst = 4096

    private var sockets: [ListeningSocket]
    private let poller: any Poller
    private let fault: (@Sendable () -> Bool)?
    private(set) var isPaused = false

    init(
        _ sockets: [ListeningSocket], poller: any Poller, firstToken: UInt32, fault: (@Sendable () -> Bool)?
    ) throws(SocketError) {
        self.sockets = sockets
        self.poller = poller
        self.fault = fault
        for (index, listening) in sockets.enumerated() {
            listening.token = ConnectionTable.reserved(firstToken + UInt32(index))
            try poller.addListener(listening.socket.descriptor, token: listening.token)
        }
    }

    /// Accepts waiting connections and passes them to `take`. Returns false if it had to pause.
    func accept(
        _ token: PollToken, atMost limit: Int = burst, _ take: (consuming Socket, SocketAddress) -> Void
    ) -> Bool {
        guard let listening = sockets.first(where: { $0.token == token }) else { return true }
        for _ in 0..<limit {
            switch fault?() == true ? .exhausted : listening.socket.accept() {
            case .connection(let socket, let peer): take(socket, peer)
            case .none: return true
            case .exhausted:
                pause()
                return false
            }
        }
        return true
    }

    /// Listens again after a pause. Returns false if the kernel still lacks the room.
    @discardableResult
    func resume() -> Bool {
        guard isPaused else { return true }
        isPaused = false
        do {
            for listening in sockets {
                try poller.addListener(listening.socket.descriptor, token: listening.token)
            }
        } catch {
            pause()
        }
        return !isPaused
    }

    /// Accepts the connections that are still waiting, then closes.
    func close(_ take: (consuming Socket, SocketAddress) -> Void) {
        for listening in sockets {
            _ = accept(listening.token, atMost: Listener.lastBurst, take)
            poller.removeListener(listening.socket.descriptor)
        }
        sockets = []
    }

    private func pause() {
        isPaused = true
        for listening in sockets { poller.removeListener(listening.socket.descriptor) }
    }
}

/// A listening socket, with the token by which its loop knows it.
final class ListeningSocket {
    let socket: Socket
    fileprivate(set) var token = ConnectionTable.reserved(0)

    init(_ socket: consuming Socket) {
        self.socket = socket
    }
}
