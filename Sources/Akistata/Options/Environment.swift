import ArgumentParser
import Foundation

/// The variables that stand for options: `AKISTATA_MAX_HEAD` for `--max-head`. An option on the command line wins.
enum Environment {
    /// The variable of an option, whose name is given without its dashes in front.
    static func variable(_ option: String) -> String {
        "AKISTATA_" + option.uppercased().replacing("-", with: "_")
    }

    /// Nil where the variable is not set, or empty.
    static func value<Value: ExpressibleByArgument>(_ option: String, of type: Value.Type = Value.self) throws -> Value?
    {
        let name = variable(option)
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { return nil }
        guard let value = Value(argument: text) else {
            let values = Value.allValueStrings
            let hint = values.isEmpty ? "" : " It may be \(values.joined(separator: ", "))."
            throw ValidationError("The variable \(name) is “\(text)”, which is not accepted.\(hint)")
        }
        return value
    }
}
