import HTTPCore
import Logging

/// A log line as text (`2026-11-23T15:00:00Z info GET /api/v1 200 …`) or as a JSON object, to a `LogSink`.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private static let counts: Set<String> = ["bytes", "micros", "status"]

    private let format: LogFormat
    private let sink: LogSink

    init(level: Logger.Level, format: LogFormat, sink: LogSink) {
        logLevel = level
        self.format = format
        self.sink = sink
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let pairs = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        switch format {
        case .text:
            var line = "\(sink.time) \(event.level) \(event.message)"
            for (key, value) in pairs { line += " \(key)=\(value)" }
            // One record is one line, whatever a client sent.
            sink.write(line.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 } + [UInt8(ascii: "\n")])
        case .json:
            var json = JSONText()
            json.object { json in
                json.member("time", sink.time)
                json.member("level", event.level.rawValue)
                json.member("message", event.message.description)
                for (key, value) in pairs {
                    let text = value.description
                    // A count is a number, for those who filter by it; anything else, and what a client named, is text.
                    if let number = Int(text), LineLogHandler.counts.contains(key) {
                        json.member(key, number)
                    } else {
                        json.member(key, text)
                    }
                }
            }
            sink.write(json.octets + [UInt8(ascii: "\n")])
        }
    }
}
