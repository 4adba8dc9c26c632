import Foundation
import Foundations
import HTTPCore
import HTTPServer

/// Writes a log line for each request of one loop.
///
/// Lines are composed byte by byte in a buffer of their own, because a loop writes more of them than of anything else.
/// Members have the same order as in ``LogFormat``.
package struct AccessLog {
    private let sink: LogSink
    private let buffer: LogBuffer
    /// The start of every line in the current second.
    private var opening: [UInt8] = []
    private var second = Int.min

    /// Creates a log with a buffer of its own.
    package init(_ sink: LogSink) {
        self.sink = sink
        buffer = sink.buffer()
    }

    /// Logs the response to a request.
    mutating func note(_ request: borrowing Request, _ response: borrowing Response, _ record: AccessRecord) {
        open(record.second)
        let trace = request.field(.traceparent).flatMap(TraceParent.known)
        sink.append(to: buffer) { line in
            line.append(copying: opening.span)
            switch sink.format {
            case .text:
                request.withMethodAndTarget { line.append(copying: $0) }
                AccessLog.text(response, record, to: &line)
                if let trace {
                    line.append(" traceparent=")
                    line += trace
                }
                line.append("\n")
            case .json:
                request.withMethodAndTarget { line.append(escaping: $0) }
                AccessLog.json(response, record, method: request.method.rawValue, to: &line)
                request.withTarget { line.append(escaping: $0) }
                if let trace {
                    line.append("\",\"traceparent\":\"")
                    line += trace
                }
                line.append("\"}\n")
            }
        }
    }

    /// Logs the response to something that was not a request.
    mutating func note(_ response: borrowing Response, _ record: AccessRecord) {
        open(record.second)
        sink.append(to: buffer) { line in
            line.append(copying: opening.span)
            line.append("- -")
            switch sink.format {
            case .text:
                AccessLog.text(response, record, to: &line)
                line.append("\n")
            case .json:
                AccessLog.json(response, record, method: "-", to: &line)
                line.append("-\"}\n")
            }
        }
    }

    private mutating func open(_ second: Int) {
        guard second != self.second else { return }
        self.second = second
        let time = LogFormat.time(Date(timeIntervalSince1970: Double(second)))
        switch sink.format {
        case .text: opening = Array("\(time) info ".utf8)
        case .json: opening = Array("{\"time\":\"\(time)\",\"level\":\"info\",\"message\":\"".utf8)
        }
    }

    /// Appends a text line from the status on.
    private static func text(
        _ response: borrowing Response, _ record: AccessRecord, to line: inout [UInt8]
    ) {
        line.append(" ")
        line.append(decimal: UInt64(response.status.code))
        line.append(" bytes=")
        line.append(decimal: UInt64(clamping: record.bytes))
        line.append(" client=")
        line.append(copying: record.client.span)
        line.append(" id=")
        line.append(copying: response.name.span)
        line.append(" micros=")
        line.append(decimal: record.nanoseconds / 1_000)
    }

    /// Appends a JSON line from the status in the message up to the value of the target.
    private static func json(
        _ response: borrowing Response, _ record: AccessRecord, method: String, to line: inout [UInt8]
    ) {
        line.append(" ")
        line.append(decimal: UInt64(response.status.code))
        line.append("\",\"bytes\":")
        line.append(decimal: UInt64(clamping: record.bytes))
        line.append(",\"client\":\"")
        line.append(copying: record.client.span)
        line.append("\",\"id\":\"")
        line.append(copying: response.name.span)
        line.append("\",\"method\":\"")
        line.append(contentsOf: method.utf8)
        line.append("\",\"micros\":")
        line.append(decimal: record.nanoseconds / 1_000)
        line.append(",\"status\":")
        line.append(decimal: UInt64(response.status.code))
        line.append(",\"target\":\"")
    }
}
