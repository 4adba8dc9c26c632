import HTTPCore

/// Completed work for the connections of one loop: other threads post it, and the loop takes it.
final class Mailbox: Sendable {
    /// The work, with the token of the connection that waits for it.
    struct Message: Sendable {
        let token: PollToken
        let work: any DeferredWork
    }

    /// What wakes the loop.
    let wakeup: WakeupPipe
    /// The messages not yet taken; nil once the loop has ended, because a message holds its work, which in turn holds
    /// the mailbox.
    private let messages = Locked<[Message]?>([])

    init() throws(SocketError) {
        wakeup = try WakeupPipe()
    }

    /// Posts a message. May be called on any thread, even if the connection or the loop is gone.
    func post(_ message: Message) {
        messages.withLock { $0?.append(message) }
        wakeup.wake()
    }

    /// Drops all messages, present and future.
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
