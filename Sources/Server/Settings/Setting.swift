/// A setting of the program, defined in a single place: its option, its variable, its purpose, its range and its
/// default.
///
///     let head = Setting("max-head", "Bytes of a head", within: 1_024...1_048_576, default: 16_384)
///     try head.value()                // the value of AKISTATA_MAX_HEAD, or 16384
///     try head.given("2048").value()  // 2048
package struct Setting<Value: SettingValue>: Sendable {
    /// The name of the option, without the leading dashes.
    package let name: String
    private let purpose: String
    /// The range as text, and whether a value is in it.
    private let bounds: (range: String, contain: @Sendable (Value) -> Bool)?
    private let standard: Value
    /// The default as shown in the help.
    private let standardText: String?
    /// The value given on the command line.
    private var argument: Value?

    private init(
        _ name: String, _ purpose: String, within bounds: (range: String, contain: @Sendable (Value) -> Bool)?,
        default standard: Value, as standardText: String?
    ) {
        self.name = name
        self.purpose = purpose
        self.bounds = bounds
        self.standard = standard
        self.standardText = standardText
    }

    /// Creates a setting with a range. `purpose` starts the help and has no full stop.
    package init(
        _ name: String, _ purpose: String, within bounds: ClosedRange<Value>, default standard: Value
    ) where Value: Comparable {
        self.init(
            name, purpose, within: ("\(bounds.lowerBound) to \(bounds.upperBound)", { bounds.contains($0) }),
            default: standard, as: "\(standard)")
    }

    /// Creates a setting that can have any value of its type.
    package init(_ name: String, _ purpose: String, default standard: Value) {
        self.init(name, purpose, within: nil, default: standard, as: "\(standard)")
    }

    /// Creates a setting that may be absent.
    package init<Wrapped>(_ name: String, _ purpose: String) where Value == Wrapped? {
        self.init(name, purpose, within: nil, default: nil, as: nil)
    }

    /// The purpose, range, variable and default in one sentence.
    package var help: String {
        let range = bounds.map { "; \($0.range)" } ?? ""
        let standard = standardText.map { "; default: \($0)" } ?? ""
        return "\(purpose)\(range) (\(Environment.variable(name))\(standard))."
    }

    /// Returns the setting with a value from the command line. Throws if the text cannot be parsed; the range is
    /// checked by ``value(in:)``.
    package func given(_ text: String) throws(SettingError) -> Setting {
        var setting = self
        setting.argument = try parse(text)
        return setting
    }

    /// Returns the value from the command line or else from the environment; nil if there is none. Throws if it is out
    /// of range.
    package func asked(in environment: Environment = .process) throws(SettingError) -> Value? {
        let asked: Value? = if let argument { argument } else { try environment.value(name, parse) }
        guard let value = asked else { return nil }
        if let bounds, !bounds.contain(value) {
            throw SettingError("--\(name) (\(Environment.variable(name))) must be \(bounds.range), not \(value).")
        }
        return value
    }

    /// Returns the effective value: the one that was given, or the default.
    package func value(in environment: Environment = .process) throws(SettingError) -> Value {
        try asked(in: environment) ?? standard
    }

    private func parse(_ text: String) throws(SettingError) -> Value { try Value.parse(text, from: bounds?.range) }
}
