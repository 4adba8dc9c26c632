import Archive
import ArgumentParser
import Foundation
import Foundations

/// The variables that stand for options: `AKISTATA_MAX_HEAD` for `--max-head`. An option on the command line wins.
enum Environment {
    private static let prefix = "AKISTATA_"

    /// The variable of an option, whose name is given without its dashes in front.
    static func variable(_ option: String) -> String {
        prefix + option.uppercased().replacing("-", with: "_")
    }

    /// The value that a text gives, of a command line or of a variable. Throws with the values that there are.
    @Sendable
    static func parse<Value: ExpressibleByArgument>(_ text: String) throws -> Value {
        if let value = Value(argument: text) { return value }
        let values = Value.self is Bool.Type ? ["true", "false"] : Value.allValueStrings
        let guess = nearest(to: text, in: values).map { "; perhaps \($0)" } ?? ""
        throw ValidationError("\(values.joined(separator: " or ")) is meant\(guess).")
    }

    /// Nil where the variable is not set, or empty.
    static func value<Value: ExpressibleByArgument>(_ option: String) throws -> Value? { try value(option, parse) }

    /// The same of what `parse` makes of it, or throws of it.
    static func value<Value>(_ option: String, _ parse: (String) throws -> Value) throws -> Value? {
        let name = variable(option)
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty, !isOfPlatform(name, text) else {
            return nil
        }
        do {
            return try parse(text)
        } catch {
            throw ValidationError("The variable \(name) is “\(text)”: \(error)")
        }
    }

    /// A line for each variable that no option has. It is no error, since the prefix is not ours alone: a platform may name
    /// variables after a service that is called as we are.
    static var warnings: [String] {
        let others = ProcessInfo.processInfo.environment.filter {
            $0.key.hasPrefix(prefix) && !isOfPlatform($0.key, $0.value)
        }
        guard !others.isEmpty else { return [] }
        // The help names every variable, as a test holds.
        let words = ServeCommand.helpMessage().split { !($0 == "_" || $0.isASCII && $0.isUppercase) }
        let known = Set(words.lazy.map(String.init).filter { $0.hasPrefix(prefix) })
        return others.keys.filter { !known.contains($0) }.sorted().map { name in
            let options = known.map { String($0.dropFirst(prefix.count)) }.sorted()
            let near = nearest(to: String(name.dropFirst(prefix.count)), in: options)
            return "the variable \(name) stands for no option\(near.map { "; did you mean \(prefix)\($0)?" } ?? "")"
        }
    }

    /// Whether Kubernetes, or Docker for a link, has set it: they tell where a service named akistata, or akistata-
    /// something, is, in variables that begin as ours do, `AKISTATA_PORT` among them.
    private static func isOfPlatform(_ name: String, _ value: String) -> Bool {
        let isAddress = ["tcp://", "udp://", "sctp://"].contains { value.hasPrefix($0) }
        if name.hasSuffix("_PORT"), isAddress { return true }
        let parts = name.split(separator: "_").dropFirst()
        // _SERVICE_HOST, _SERVICE_PORT, _SERVICE_PORT_HTTP
        if let place = parts.firstIndex(of: "SERVICE") {
            return ["HOST", "PORT"].contains(parts[(place + 1)...].first)
        }
        // _PORT_8080_TCP, _PORT_8080_TCP_ADDR, _NAME, _ENV_PATH
        if let place = parts.firstIndex(of: "PORT"), parts.count > 2 {
            let rest = parts[(place + 1)...]
            return rest.count >= 2 && rest.first?.allSatisfy(\.isNumber) == true
        }
        return parts == ["NAME"] || parts.first == "ENV"
    }
}
