import Dispatch
import Foundation
import Logging
import Synchronization

/// A log that remembers its lines, and in which a test can wait for one.
final class RecordedLog: Sendable {
    private let lines = Mutex<[String]>([])
    private let added = DispatchSemaphore(value: 0)

    /// What was logged until now.
    var all: [String] { lines.withLock { $0 } }

    /// A logger that writes here.
    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    /// Waits until a line with this text has been logged so often. Returns false where for twenty seconds nothing is
    /// logged any more.
    func wait(for text: String, times: Int = 1) -> Bool {
        while all.count(where: { $0.contains(text) }) < times {
            guard added.wait(timeout: .now() + .seconds(20)) == .success else { return false }
        }
        return true
    }

    private func add(_ line: String) {
        lines.withLock { $0.append(line) }
        added.signal()
    }

    private struct Handler: LogHandler {
        let log: RecordedLog
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { log.add("\(event.level) \(event.message)") }
    }
}
