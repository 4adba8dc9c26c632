import Foundation
import Foundations
import Logging

/// The format of log lines: text (`2026-11-23T15:00:00Z info message key=value …`) or a JSON object. Each record is one
/// line, whatever a client has sent.
package enum LogFormat: String, CaseIterable, SettingChoice {
    case text, json

    /// Returns a line with the current time, and the pairs sorted by key.
    func line(_ level: Logger.Level, _ message: String, _ pairs: [(key: String, value: String)]) -> [UInt8] {
        let time = LogFormat.time(Date())
        let pairs = pairs.sorted { $0.key < $1.key }
        var line: [UInt8] = []
        switch self {
        case .text:
            let fields = pairs.map { " \($0.key)=\($0.value)" }.joined()
            line += "\(time) \(level) \(message)\(fields)".escapingControls.utf8
        case .json:
            var json = JSONText()
            json.object { json in
                json.member("time", time)
                json.member("level", level.rawValue)
                json.member("message", message)
                for (key, value) in pairs { json.member(key, value) }
            }
            line.append(json.bytes.span, escapingControls: .json)
        }
        line.append("\n")
        return line
    }

    /// Returns a time in ISO 8601, in UTC and to the second.
    static func time(_ date: Date) -> String { date.formatted(.iso8601) }
}
