internal import HTTPCore

/// Work that was done for connections of one loop: other threads post it, the loop takes it.
final class Mailbox: Sendable {
    /// Whose work, by the token that the connection had.
    struct Message: Sendable {
        let token: PollToken
        let work: any DeferredWork
    }

    /// Wakes the loop.
    let wakeup: WakeupPipe
    /// nil once the loop is no more: a message would keep its work, and that what keeps this.
    private let messages = Locked<[Message]?>([])

    init() throws(SocketError) {
        wakeup = try WakeupPipe()
    }

    /// May be called on any thread, also when the connection or the loop is no more.
    func post(_ message: Message) {
        messages.withLock { $0?.append(message) }
        wakeup.wake()
    }

    /// Drops what was posted, and what will be.
    func close() {
        messages.withLock { $0 = nil }
    }

    /// All that was posted since the last call.
    func take() -> [Message] {
        messages.withLock { messages in
            guard let posted = messages else { return [] }
            messages = []
            return posted
        }
    }
}
