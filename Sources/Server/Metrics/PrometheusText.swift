/// Text in the Prometheus exposition format, version 0.0.4.
package struct PrometheusText {
    /// The type of a metric.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// The text written so far.
    package private(set) var text = ""

    /// Creates an empty text.
    package init() {}

    /// Writes the two lines that precede the samples of a metric.
    mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes a sample. The values of labels are escaped; the caller is responsible for names.
    package mutating func sample(_ name: String, _ value: String, _ labels: KeyValuePairs<String, String> = [:]) {
        let pairs = labels.map { "\($0.key)=\"\(PrometheusText.escaped($0.value))\"" }
        text += name + (pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}") + " " + value + "\n"
    }

    /// Writes a sample with a whole number.
    package mutating func sample(_ name: String, _ value: Int, _ labels: KeyValuePairs<String, String> = [:]) {
        sample(name, String(value), labels)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
