/// The decoded values of the parameters in a path.
package struct PathParameters: Sendable {
    var values: [(name: String, value: String)] = []

    init() {}

    /// Reads the parameters of `pattern` from a path that matches it, segment by segment, without decoding them.
    package init(_ pattern: String, in path: String) {
        for (name, value) in zip(pattern.split(separator: "/"), path.split(separator: "/")) where name.hasPrefix("{") {
            values.append((String(name.dropFirst().dropLast()), String(value)))
        }
    }

    /// The value of `{name}`. It is never empty, and may contain a slash that was percent-encoded.
    package subscript(_ name: String) -> String? {
        values.first { $0.name == name }?.value
    }

    /// Returns the same parameters with another value for `{name}`, if it is among them.
    package func replacing(_ name: String, with value: String) -> PathParameters {
        var replaced = self
        replaced.values = values.map { $0.name == name ? (name, value) : $0 }
        return replaced
    }
}
