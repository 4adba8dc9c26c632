import Dispatch
import Foundation
import Synchronization

/// Requests without a pause, each over a connection of its own and, by libcurl, over connections that are kept.
final class Load: Sendable {
    private struct State {
        var answered = 0
        var failures: [String] = []
        var isDone = false
    }

    private let state = Mutex(State())
    private let clients = DispatchGroup()

    /// Starts at once.
    init(port: UInt16) {
        for index in 0..<3 {
            let thread = Thread { [self] in
                let curl = try? Curl()
                while !state.withLock(\.isDone) {
                    note(index == 0 ? Load.kept(curl, port) : Load.fresh(port))
                }
                clients.leave()
            }
            clients.enter()
            thread.start()
        }
    }

    /// Ends it; answers how many requests were answered, and what became of the others.
    func end() -> (answered: Int, failures: [String]) {
        state.withLock { $0.isDone = true }
        clients.wait()
        return state.withLock { ($0.answered, $0.failures) }
    }

    /// Waits for that many answers from now on, or a failure.
    func more(_ count: Int) {
        let start = state.withLock(\.answered)
        while state.withLock({ $0.failures.isEmpty && $0.answered < start + count }) { sched_yield() }
    }

    private func note(_ failure: String?) {
        state.withLock { state in
            if let failure { state.failures.append(failure) } else { state.answered += 1 }
        }
    }

    private static func fresh(_ port: UInt16) -> String? {
        do {
            let socket = try RawSocket(port: port)
            socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            guard let answer = socket.lastAnswer() else { return "no answer: \(errno)" }
            return answer.status == 200 ? nil : "\(answer.status)"
        } catch {
            return "\(error)"
        }
    }

    private static func kept(_ curl: Curl?, _ port: UInt16) -> String? {
        do {
            guard let answer = try curl?.get("http://127.0.0.1:\(port)/healthz") else { return "no curl" }
            return answer.status == 200 ? nil : "\(answer.status)"
        } catch {
            return "curl: \(error)"
        }
    }
}
