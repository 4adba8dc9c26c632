import ArgumentParser

/// A value that an option may have, and how it is told what it should have been.
protocol SettingValue: ExpressibleByArgument, Comparable, Sendable {
    /// What is meant, with its article.
    static var form: String { get }

    /// What was probably meant; nil where nobody can tell.
    static func guess(from text: String) -> String?
}

extension SettingValue {
    static func guess(from text: String) -> String? { nil }
}

extension Int: SettingValue {
    static let form = "a whole number"
}

/// An option with bounds and a default, which is a variable of the environment, too.
struct Setting<Value: SettingValue>: Sendable {
    /// The option's, without dashes in front.
    private let name: String
    private let purpose: String
    private let bounds: ClosedRange<Value>
    private let standard: Value

    /// `purpose` begins the help, without a full stop.
    init(_ name: String, _ purpose: String, _ bounds: ClosedRange<Value>, default standard: Value) {
        self.name = name
        self.purpose = purpose
        self.bounds = bounds
        self.standard = standard
    }

    private var range: String { "\(bounds.lowerBound) to \(bounds.upperBound)" }

    /// Tells purpose, bounds, variable and default.
    var help: ArgumentHelp {
        ArgumentHelp(
            "\(purpose); \(range) (\(Environment.variable(name)); default: \(standard)).", valueName: "value")
    }

    /// The value that a text gives. Throws for one in another form; bounds are for `value`.
    @Sendable
    func parse(_ text: String) throws -> Value {
        if let value = Value(argument: text) { return value }
        let guess = Value.guess(from: text).map { "; perhaps \($0)" } ?? ""
        throw ValidationError("\(Value.form) from \(range) is meant\(guess).")
    }

    /// What holds when the command line gives `given`. Throws for what is out of bounds.
    func value(_ given: Value?) throws -> Value {
        let value = try given ?? Environment.value(name, parse) ?? standard
        guard bounds.contains(value) else {
            throw ValidationError(
                "--\(name) (\(Environment.variable(name))) may be \(range), not \(value).")
        }
        return value
    }
}
