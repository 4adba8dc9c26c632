import ArgumentParser

/// An option with bounds and a default, which is a variable of the environment, too.
struct Setting<Value: ExpressibleByArgument & Comparable & Sendable>: Sendable {
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

    /// Tells purpose, bounds, variable and default.
    var help: ArgumentHelp {
        let range = "\(bounds.lowerBound) to \(bounds.upperBound)"
        return ArgumentHelp(
            "\(purpose); \(range) (\(Environment.variable(name)); default: \(standard)).", valueName: "value")
    }

    /// What holds when the command line gives `given`. Throws for what is out of bounds.
    func value(_ given: Value?) throws -> Value {
        let value = try given ?? Environment.value(name) ?? standard
        guard bounds.contains(value) else {
            throw ValidationError(
                """
                --\(name) (\(Environment.variable(name))) may be \(bounds.lowerBound) to \(bounds.upperBound), \
                not \(value).
                """)
        }
        return value
    }
}
