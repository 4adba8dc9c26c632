import Foundation
import Foundations

/// The environment variables for options, such as `AKISTATA_MAX_HEAD` for `--max-head`. An option on the command line
/// takes precedence.
package struct Environment: Sendable {
    /// The environment of this process.
    package static let process = Environment(ProcessInfo.processInfo.environment)

    private static let prefix = "AKISTATA_"

    private let variables: [String: String]

    /// Creates an environment of variables by name, which may include those of other programs.
    package init(_ variables: [String: String]) {
        self.variables = variables
    }

    /// Returns the variable for an option, whose name is given without the leading dashes.
    package static func variable(_ option: String) -> String {
        prefix + option.uppercased().replacing("-", with: "_")
    }

    /// Parses the variable for an option; nil if it is unset or empty. If `parse` throws, the variable's name and value
    /// are added to the error.
    func value<Value>(
        _ option: String, _ parse: (String) throws(SettingError) -> Value
    ) throws(SettingError) -> Value? {
        let name = Environment.variable(option)
        guard let text = variables[name], !text.isEmpty, !Environment.isOfPlatform(name, text) else { return nil }
        do throws(SettingError) {
            return try parse(text)
        } catch {
            throw SettingError("The variable \(name) is “\(text)”: \(error)")
        }
    }

    /// Returns a warning for each variable that belongs to no option; `help` must name all variables that do. It is not
    /// an error, because the prefix is not exclusive: a platform may name variables after a service called akistata.
    package func warnings(help: @autoclosure () -> String) -> [String] {
        let others = variables.filter {
            $0.key.hasPrefix(Environment.prefix) && !Environment.isOfPlatform($0.key, $0.value)
        }
        guard !others.isEmpty else { return [] }
        let words = help().split { !($0 == "_" || $0.isASCII && $0.isUppercase) }
        let known = Set(words.lazy.map(String.init).filter { $0.hasPrefix(Environment.prefix) })
        let options = known.map { String($0.dropFirst(Environment.prefix.count)) }.sorted()
        return others.keys.filter { !known.contains($0) }.sorted().map { name in
            let near = nearest(to: String(name.dropFirst(Environment.prefix.count)), in: options)
            let hint = Hint.sentence(near.map { Environment.prefix + $0 })
            return "the variable \(name) does not belong to any option.\(hint)"
        }
    }

    /// Whether Kubernetes (or Docker, for a link) has set the variable to say where a service named akistata or
    /// akistata-something is. Such variables have the same prefix, and `AKISTATA_PORT` is one of them.
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
