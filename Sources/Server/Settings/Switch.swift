/// A setting that is on or off: the option `--watch`, or the variable `AKISTATA_WATCH=true`.
package struct Switch: Sendable {
    /// The name of the option, without the leading dashes.
    package let name: String
    private let purpose: String

    /// Creates a switch. `purpose` starts the help and has no full stop.
    package init(_ name: String, _ purpose: String) {
        self.name = name
        self.purpose = purpose
    }

    /// The purpose and the variable in one sentence.
    package var help: String { "\(purpose) (\(Environment.variable(name))=true)." }

    /// Whether it is on: `given` on the command line, or set in the environment.
    package func isOn(_ given: Bool, in environment: Environment = .process) throws(SettingError) -> Bool {
        if given { return true }
        return try environment.value(name) { text throws(SettingError) in try Bool.parse(text) } ?? false
    }
}
