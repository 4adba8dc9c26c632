import ArgumentParser
import Foundation

/// The variables that stand for options: `AKISTATA_PORT` for `--port`. An option on the command line wins.
enum Environment {
    static func value<Value: ExpressibleByArgument>(_ name: String, of type: Value.Type = Value.self) throws -> Value? {
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { return nil }
        guard let value = Value(argument: text) else {
            let values = Value.allValueStrings
            let hint = values.isEmpty ? "" : " It may be \(values.joined(separator: ", "))."
            throw ValidationError("The variable \(name) is “\(text)”, which is not accepted.\(hint)")
        }
        return value
    }
}
