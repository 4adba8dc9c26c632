#if os(Linux)
    internal import CEpoll
    internal import Foundation

    /// Waits by means of epoll(7).
    final class EpollPoller: Poller {
        private let descriptor: Int32
        private var events = [epoll_event](repeating: epoll_event(), count: 256)

        init() throws(SocketError) {
            descriptor = try System.require("epoll_create1") { epoll_create1(Int32(EPOLL_CLOEXEC)) }
        }

        deinit {
            close(descriptor)
        }

        func add(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError) {
            try control(EPOLL_CTL_ADD, descriptor, token, EpollPoller.events(interest))
        }

        func change(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError) {
            try control(EPOLL_CTL_MOD, descriptor, token, EpollPoller.events(interest))
        }

        /// Does nothing: the kernel forgets a closed descriptor, since those of connections are never duplicated.
        func remove(_ descriptor: Int32) {}

        /// Uses EPOLLEXCLUSIVE, so that a connection wakes one loop and not the whole herd.
        func addListener(_ descriptor: Int32, token: PollToken) throws(SocketError) {
            try control(EPOLL_CTL_ADD, descriptor, token, EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue)
        }

        /// Removes a listener explicitly, since it may have descriptors elsewhere.
        func removeListener(_ descriptor: Int32) {
            try? control(EPOLL_CTL_DEL, descriptor, PollToken(raw: 0), 0)
        }

        func wait(milliseconds: Int, _ ready: inout [PollToken]) {
            ready.removeAll(keepingCapacity: true)
            let timeout = Int32(clamping: milliseconds)
            let count = epoll_wait(descriptor, &events, Int32(events.count), timeout)
            guard count > 0 else { return }
            for event in events.prefix(Int(count)) { ready.append(PollToken(raw: event.data.u64)) }
        }

        private static func events(_ interest: Interest) -> UInt32 {
            switch interest {
            case .read: EPOLLIN.rawValue
            case .write: EPOLLOUT.rawValue
            case .hangUp: 0
            }
        }

        private func control(
            _ operation: Int32, _ watched: Int32, _ token: PollToken, _ events: UInt32
        ) throws(SocketError) {
            var event = epoll_event()
            event.data.u64 = token.raw
            event.events = events
            try System.require("epoll_ctl") { epoll_ctl(descriptor, operation, watched, &event) }
        }
    }
#endif
