/// The Prometheus text format, version 0.0.4.
package struct PrometheusText {
    /// What a metric is.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// What is written so far.
    package private(set) var text = ""

    /// Nothing written.
    package init() {}

    /// The two lines before a metric's samples.
    package mutating func metric(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// One sample. Label values are escaped; names are the caller's to choose well.
    package mutating func sample(_ name: String, _ value: String, _ labels: KeyValuePairs<String, String> = [:]) {
        let pairs = labels.map { "\($0.key)=\"\(PrometheusText.escaped($0.value))\"" }
        text += name + (pairs.isEmpty ? "" : "{" + pairs.joined(separator: ",") + "}") + " " + value + "\n"
    }

    /// One sample of a whole number.
    package mutating func sample(_ name: String, _ value: Int, _ labels: KeyValuePairs<String, String> = [:]) {
        sample(name, String(value), labels)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
