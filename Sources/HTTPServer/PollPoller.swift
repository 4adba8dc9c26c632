internal import Foundation

/// A poller based on poll(2): portable, and simple enough to check the other one against.
final class PollPoller: Poller {
    private var watched: [pollfd] = []
    private var tokens: [PollToken] = []
    /// The position of each descriptor in both arrays.
    private var positions: [Int32: Int] = [:]

    func add(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError) {
        positions[descriptor] = watched.count
        watched.append(pollfd(fd: descriptor, events: PollPoller.events(interest), revents: 0))
        tokens.append(token)
    }

    func change(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError) {
        guard let position = positions[descriptor] else { throw .system(call: "poll", errno: ENOENT) }
        watched[position].events = PollPoller.events(interest)
        tokens[position] = token
    }

    func remove(_ descriptor: Int32) {
        guard let position = positions.removeValue(forKey: descriptor) else { return }
        // The last entry fills the gap, so that the arrays stay dense.
        if let last = watched.popLast(), let token = tokens.popLast(), position < watched.count {
            watched[position] = last
            tokens[position] = token
            positions[last.fd] = position
        }
    }

    /// Adds a listener. poll(2) wakes every waiting loop; those that come too late find nothing to accept.
    func addListener(_ descriptor: Int32, token: PollToken) throws(SocketError) {
        try add(descriptor, token: token, interest: .read)
    }

    func removeListener(_ descriptor: Int32) {
        remove(descriptor)
    }

    func wait(milliseconds: Int, _ ready: inout [PollToken]) {
        ready.removeAll(keepingCapacity: true)
        guard poll(&watched, nfds_t(watched.count), Int32(clamping: milliseconds)) > 0 else { return }
        for (entry, token) in zip(watched, tokens) where entry.revents != 0 { ready.append(token) }
    }

    private static func events(_ interest: Interest) -> Int16 {
        switch interest {
        case .read: Int16(POLLIN)
        case .write: Int16(POLLOUT)
        case .hangUp: 0
        }
    }
}
