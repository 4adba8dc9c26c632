/// What a descriptor is watched for.
enum Interest {
    case read
    case write
    /// Only for the peer resetting the connection or closing it in both directions, which is always reported.
    case hangUp
}

/// Identifies whose event it is. Its meaning is up to the loop.
struct PollToken: Hashable, Sendable {
    let raw: UInt64
}

/// Waits for many descriptors at once, level-triggered. Used only by the thread of its loop.
protocol Poller: AnyObject {
    /// Starts watching a descriptor, which must not be watched already.
    func add(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError)

    /// Changes what a watched descriptor is watched for.
    func change(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError)

    /// Stops watching a descriptor. Must be called before the descriptor is closed.
    func remove(_ descriptor: Int32)

    /// Starts watching a listener for reading. Pollers of other threads may watch it too, and not all of them are
    /// woken.
    func addListener(_ descriptor: Int32, token: PollToken) throws(SocketError)

    /// Stops watching a listener. Does nothing if it is not watched.
    func removeListener(_ descriptor: Int32)

    /// Blocks until something is ready or the time is up, and stores the tokens of what is ready in `ready`. If
    /// `milliseconds` is negative, waits without limit. A descriptor that has failed is ready too, as the next read or
    /// write will show.
    func wait(milliseconds: Int, _ ready: inout [PollToken])
}

/// The kind of poller that a server uses.
package enum PollerKind: Sendable, CaseIterable {
    /// epoll(7) where it exists, otherwise poll(2).
    case platform
    /// poll(2) on every platform. Its cost grows with the number of connections.
    case portable

    func make() throws(SocketError) -> any Poller {
        #if os(Linux)
            if self == .platform { return try EpollPoller() }
        #endif
        return PollPoller()
    }
}
