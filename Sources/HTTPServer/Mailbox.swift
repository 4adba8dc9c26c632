internal import HTTPCore

/// Work that was done for connections of one loop: other threads post it, the loop takes it.
final class Mailbox: Sendable {
    /// Whose work, by the token that the connection had.
    struct Message: Sendable {
        let token: PollToken
        let work: any DeferredWork
    }

    /// Wakes the loop.
    let waker: Waker
    private let messages = Guarded<[Message]>([])

    init() throws(SocketError) {
        waker = try Waker()
    }

    /// May be called on any thread, also when the connection or the loop is no more.
    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        waker.wake()
    }

    /// All that was posted since the last call.
    func take() -> [Message] {
        messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
