/// The decoded values of a pattern's parameters.
package struct PathParameters: Sendable {
    var values: [(name: String, value: String)] = []

    init() {}

    /// Those that the pattern has in a path that fits it, segment by segment and not decoded.
    package init(_ pattern: String, in path: String) {
        for (name, value) in zip(pattern.split(separator: "/"), path.split(separator: "/")) where name.hasPrefix("{") {
            values.append((String(name.dropFirst().dropLast()), String(value)))
        }
    }

    /// The value of `{name}`: never empty, and it may hold a slash that was percent-encoded.
    package subscript(_ name: String) -> String? {
        values.first { $0.name == name }?.value
    }

    /// The same with another value for `{name}`, where the pattern has it.
    package func replacing(_ name: String, with value: String) -> PathParameters {
        var replaced = self
        replaced.values = values.map { $0.name == name ? (name, value) : $0 }
        return replaced
    }
}
