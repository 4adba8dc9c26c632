/// One setting of the program, said once: the option `--max-head`, the variable `AKISTATA_MAX_HEAD`, what they are for,
/// what they may be, and what holds without them.
///
///     let head = Setting("max-head", "Bytes of a head", within: 1_024...1_048_576, default: 16_384)
///     try head.value()                // the variable's, or 16384
///     try head.given("2048").value()  // 2048
package struct Setting<Value: SettingValue>: Sendable {
    /// The option's, without dashes in front.
    package let name: String
    private let purpose: String
    /// The bounds as people read them, and whether a value lies within them.
    private let bounds: (range: String, contain: @Sendable (Value) -> Bool)?
    private let standard: Value
    /// The default as the help tells it.
    private let standardText: String?
    /// What the command line says.
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

    /// Makes a setting within bounds. `purpose` begins the help, without a full stop.
    package init(
        _ name: String, _ purpose: String, within bounds: ClosedRange<Value>, default standard: Value
    ) where Value: Comparable {
        self.init(
            name, purpose, within: ("\(bounds.lowerBound) to \(bounds.upperBound)", { bounds.contains($0) }),
            default: standard, as: "\(standard)")
    }

    /// Makes a setting that may be any value of its type.
    package init(_ name: String, _ purpose: String, default standard: Value) {
        self.init(name, purpose, within: nil, default: standard, as: "\(standard)")
    }

    /// Makes a setting that need not have a value.
    package init<Wrapped>(_ name: String, _ purpose: String) where Value == Wrapped? {
        self.init(name, purpose, within: nil, default: nil, as: nil)
    }

    /// Purpose, bounds, variable and default, in one sentence.
    package var help: String {
        let range = bounds.map { "; \($0.range)" } ?? ""
        let standard = standardText.map { "; default: \($0)" } ?? ""
        return "\(purpose)\(range) (\(Environment.variable(name))\(standard))."
    }

    /// Returns the same setting with what the command line gives it. Throws for a text that is no value; whether it is
    /// within bounds is looked at with `value`.
    package func given(_ text: String) throws(SettingError) -> Setting {
        var setting = self
        setting.argument = try parse(text)
        return setting
    }

    /// Returns what was asked for on the command line, else in the environment; nil where neither says anything. Throws for
    /// what is out of bounds.
    package func asked(in environment: Environment = .process) throws(SettingError) -> Value? {
        let asked: Value? = if let argument { argument } else { try environment.value(name, parse) }
        guard let value = asked else { return nil }
        if let bounds, !bounds.contain(value) {
            throw SettingError("--\(name) (\(Environment.variable(name))) may be \(bounds.range), not \(value).")
        }
        return value
    }

    /// Returns what holds: what was asked for, or the default.
    package func value(in environment: Environment = .process) throws(SettingError) -> Value {
        try asked(in: environment) ?? standard
    }

    private func parse(_ text: String) throws(SettingError) -> Value { try Value.parse(text, from: bounds?.range) }
}
