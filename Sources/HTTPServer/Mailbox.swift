import HTTPCore

/// Work that is done for connections of one loop: other threads post it, the loop takes it.
final class Mailbox: Sendable {
    /// The work, and the token of the connection that waits for it.
    struct Message: Sendable {
        let token: PollToken
        let work: any DeferredWork
    }

    /// Wakes the loop.
    let wakeup: WakeupPipe
    /// The messages not yet taken; nil once the loop has ended, since a message holds its work, which in turn holds the
    /// mailbox.
    private let messages = Locked<[Message]?>([])

    init() throws(SocketError) {
        wakeup = try WakeupPipe()
    }

    /// Posts a message. May be called on any thread, even when the connection or the loop is gone.
    func post(_ message: Message) {
        messages.withLock { $0?.append(message) }
        wakeup.wake()
    }

    /// Drops the messages that are there and those still to come.
    func close() {
        messages.withLock { $0 = nil }
    }

    /// Returns the messages posted since the last call.
    func take() -> [Message] {
        messages.withLock { messages in
            guard let posted = messages else { return [] }
            messages = []
            return posted
        }
    }
}
