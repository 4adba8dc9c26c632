package import Logging

/// Passes the lines of swift-log to a ``LogSink``.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]

    private let sink: LogSink

    /// Creates a handler for lines of at least `level`.
    package init(level: Logger.Level, sink: LogSink) {
        logLevel = level
        self.sink = sink
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let pairs = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let texts = pairs.map { (key: $0.key, value: $0.value.description) }
        sink.write(sink.format.line(event.level, event.message.description, texts))
    }
}
