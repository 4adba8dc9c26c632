import HTTPCore
import HTTPServer
import Logging
import Synchronization

/// One line a request. The loops only note what happened; lines are made on the queue of the sink.
final class AccessLog: Sendable {
    /// More than this many noted and not yet written, and the rest is counted instead.
    private static let limit = 65_536

    private struct Entry {
        let method: HTTPCore.Method?
        let target: [UInt8]
        let status: UInt16
        let octets: Int
        let nanoseconds: UInt64
        let peer: SocketAddress
        let name: String?
        let trace: String?
    }

    private struct Noted {
        var entries: [Entry] = []
        var dropped = 0
        var isScheduled = false
    }

    private let noted = Mutex(Noted())
    private let logger: Logger
    private let sink: LogSink
    /// Whether what the message says stands in fields of its own, too.
    private let hasFields: Bool

    init(_ logger: Logger, _ sink: LogSink, hasFields: Bool) {
        self.logger = logger
        self.sink = sink
        self.hasFields = hasFields
    }

    func note(_ exchange: borrowing Exchange) {
        let entry = Entry(
            method: exchange.request?.method, target: exchange.request?.targetBytes ?? [],
            status: exchange.response.status.code, octets: exchange.octets, nanoseconds: exchange.nanoseconds,
            peer: exchange.peer, name: exchange.response.fields[.requestId],
            trace: exchange.request?.field(.traceparent))
        let schedule = noted.withLock { noted in
            guard noted.entries.count < AccessLog.limit else {
                noted.dropped += 1
                return false
            }
            noted.entries.append(entry)
            defer { noted.isScheduled = true }
            return !noted.isScheduled
        }
        if schedule { sink.onQueue { self.write() } }
    }

    private func write() {
        let noted = noted.withLock { noted in
            defer { noted = Noted() }
            return noted
        }
        for entry in noted.entries {
            let method = entry.method?.rawValue ?? "-"
            let target = entry.target.isEmpty ? "-" : String(decoding: entry.target, as: UTF8.self)
            var metadata: Logger.Metadata = [
                "bytes": "\(entry.octets)", "micros": "\(entry.nanoseconds / 1_000)", "client": "\(entry.peer)",
            ]
            if hasFields {
                metadata["method"] = "\(method)"
                metadata["target"] = "\(target)"
                metadata["status"] = "\(entry.status)"
            }
            if let name = entry.name { metadata["id"] = "\(name)" }
            // W3C Trace Context: passed on as it came, for whoever joins the logs of several services.
            if let trace = entry.trace { metadata["traceparent"] = "\(trace)" }
            logger.info("\(method) \(target) \(entry.status)", metadata: metadata)
        }
        if noted.dropped > 0 { logger.warning("\(noted.dropped) requests were answered and not logged") }
    }
}
