/// What a descriptor is waited for.
enum Interest {
    case read
    case write
    /// Only that the peer has reset the connection, or closed both ways, which is told whatever else is waited for.
    case hangUp
}

/// Tells whose event it is; what it means is the loop's.
struct PollToken: Hashable, Sendable {
    let raw: UInt64
}

/// Waits for many descriptors at once, level-triggered. Confined to the thread of its loop.
protocol Poller: AnyObject {
    /// Starts to watch; a descriptor is added once.
    func add(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError)

    /// For a descriptor that is watched.
    func change(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError)

    /// Must be called before the descriptor is closed.
    func remove(_ descriptor: Int32)

    /// As `add` for reading, for a listener that pollers of other threads may watch, too: not all of them are woken.
    func addListener(_ descriptor: Int32, token: PollToken) throws(SocketError)

    /// May be called for one that is not watched.
    func removeListener(_ descriptor: Int32)

    /// Blocks until something is ready or the time is up, and puts the tokens of what is ready in `ready`: for what it
    /// waits for, or because it failed, which the next read or write will tell. Below zero it waits without end.
    func wait(milliseconds: Int, _ ready: inout [PollToken])
}

/// Which of the pollers a server uses.
package enum PollerKind: Sendable, CaseIterable {
    /// epoll where there is one, elsewhere poll(2).
    case platform
    /// poll(2), on every platform; its cost grows with the connections.
    case portable

    func make() throws(SocketError) -> any Poller {
        #if os(Linux)
            if self == .platform { return try EpollPoller() }
        #endif
        return PollPoller()
    }
}
