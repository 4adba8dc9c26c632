import Dispatch
import Foundation

/// The signals that end the server.
enum Signals {
    /// Blocks until SIGTERM or SIGINT, and answers its name. The next one ends the process at once, as a person at a
    /// terminal expects of a second Ctrl-C.
    static func wait() -> String {
        let arrived = DispatchSemaphore(value: 0)
        let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT"]
        let queue = DispatchQueue(label: "akistata.signals")
        nonisolated(unsafe) var received = ""  // Written before the semaphore is raised, read after it is taken.
        let sources = names.map { number, name in
            Foundation.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                received = name
                arrived.signal()
            }
            source.resume()
            return source
        }
        arrived.wait()
        for (source, number) in zip(sources, names.keys) {
            source.cancel()
            Foundation.signal(number, SIG_DFL)
        }
        return received
    }
}
