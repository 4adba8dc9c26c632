extension Connection {
    /// What a connection waits for after it has been worked on.
    enum Wait {
        /// For bytes from the client, until a deadline.
        case input(Deadline)
        /// For room in the socket.
        case output
        /// For work on another thread, until a deadline.
        case work(Deadline)
        /// For nothing: the connection is over.
        case closed
    }

    /// Which deadline applies. It includes the number of the request, so that a trickle of bytes does not extend it.
    enum Deadline: Equatable {
        case head(request: Int)
        case content(request: Int)
        case idle(request: Int)
        case answer(request: Int)
        case farewell
        case linger
        case write
    }
}

extension Configuration.Deadlines {
    /// The duration of a deadline in milliseconds.
    subscript(_ deadline: Connection.Deadline) -> Int {
        switch deadline {
        case .head: head
        case .content: content
        case .idle: idle
        case .answer: answer
        case .farewell: farewell
        case .write: write
        case .linger: linger
        }
    }
}
