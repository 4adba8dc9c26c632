#if os(Linux)
    internal import CEpoll
    internal import Foundation

    /// epoll(7).
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
            try control(EPOLL_CTL_ADD, descriptor, token, interest)
        }

        func change(_ descriptor: Int32, token: PollToken, interest: Interest) throws(SocketError) {
            try control(EPOLL_CTL_MOD, descriptor, token, interest)
        }

        /// The kernel forgets a descriptor that is closed, for none is ever duplicated.
        func remove(_ descriptor: Int32) {}

        func wait(milliseconds: Int, _ ready: inout [PollToken]) {
            ready.removeAll(keepingCapacity: true)
            let timeout = Int32(clamping: milliseconds)
            let count = epoll_wait(descriptor, &events, Int32(events.count), timeout)
            guard count > 0 else { return }
            for event in events.prefix(Int(count)) { ready.append(PollToken(raw: event.data.u64)) }
        }

        private func control(
            _ operation: Int32, _ watched: Int32, _ token: PollToken, _ interest: Interest
        ) throws(SocketError) {
            var event = epoll_event()
            event.data.u64 = token.raw
            event.events =
                switch interest {
                case .none: 0
                case .read: EPOLLIN.rawValue
                case .write: EPOLLOUT.rawValue
                }
            try System.require("epoll_ctl") { epoll_ctl(descriptor, operation, watched, &event) }
        }
    }
#endif
