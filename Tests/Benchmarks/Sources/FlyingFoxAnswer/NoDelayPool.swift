import FlyingSocks
import Foundation
import Synchronization

/// FlyingFox's own pool, with TCP_NODELAY: without it every second answer waits for a delayed acknowledgement. The
/// first socket that waits is the listening one, and on Linux those it accepts inherit the option.
final class NoDelayPool<Base: AsyncSocketPool>: AsyncSocketPool {
    private let base: Base
    private let isSet = Atomic(false)

    init(_ base: Base) {
        self.base = base
    }

    func prepare() async throws {
        try await base.prepare()
    }

    func run() async throws {
        try await base.run()
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if !isSet.exchange(true, ordering: .relaxed) {
            try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        }
        try await base.suspendSocket(socket, untilReadyFor: events)
    }
}
