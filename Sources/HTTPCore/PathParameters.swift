/// The decoded values of a pattern's parameters.
package struct PathParameters: Sendable {
    var values: [(name: String, value: String)] = []

    /// The value of `{name}`: never empty, and it may hold a slash that was percent-encoded.
    package subscript(_ name: String) -> String? {
        values.first { $0.name == name }?.value
    }

    /// The same with another value for `{name}`, where the pattern has it.
    package func replacing(_ name: String, with value: String) -> PathParameters {
        PathParameters(values: values.map { $0.name == name ? (name, value) : $0 })
    }
}
