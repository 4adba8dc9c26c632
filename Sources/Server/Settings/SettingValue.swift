import Foundations

/// A type of value that a setting can have, which can be parsed from an argument or a variable and described in error
/// messages.
package protocol SettingValue: Sendable {
    /// Parses a value; nil if the text is invalid.
    init?(argument: String)

    /// What is expected, with its article, such as `a whole number` or `text or json`.
    static var form: String { get }

    /// Returns what was probably meant; nil if that is unclear.
    static func guess(from text: String) -> String?
}

extension SettingValue {
    package static func guess(from text: String) -> String? { nil }

    /// Parses a value. The error says what is expected, and the range if there is one.
    package static func parse(_ text: String, from range: String? = nil) throws(SettingError) -> Self {
        if let value = Self(argument: text) { return value }
        let bounds = range.map { " from \($0)" } ?? ""
        throw SettingError("expected \(form)\(bounds).\(Hint.sentence(guess(from: text)))")
    }
}

extension Int: SettingValue {
    package static let form = "a whole number"

    package init?(argument: String) {
        self.init(argument)
    }
}

extension String: SettingValue {
    package static let form = "a text"

    package init?(argument: String) {
        self = argument
    }
}

/// A value that may be absent.
extension Optional: SettingValue where Wrapped: SettingValue {
    package static var form: String { Wrapped.form }

    package init?(argument: String) {
        guard let value = Wrapped(argument: argument) else { return nil }
        self = .some(value)
    }
}

/// A value that is one of a few words.
package protocol SettingChoice: SettingValue {
    /// The words, in the order in which they are offered.
    static var choices: [String] { get }
}

extension SettingChoice {
    package static var form: String { choices.joined(separator: " or ") }

    package static func guess(from text: String) -> String? { nearest(to: text, in: choices) }
}

extension SettingChoice where Self: CaseIterable & RawRepresentable<String> {
    package static var choices: [String] { allCases.map(\.rawValue) }

    package init?(argument: String) {
        self.init(rawValue: argument)
    }
}

extension Bool: SettingChoice {
    package static let choices = ["true", "false"]

    package init?(argument: String) {
        self.init(argument)
    }
}
