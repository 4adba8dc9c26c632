import Foundations

/// The scheme by which a client reached the service (RFC 9110 section 4.2).
package enum Scheme: UInt8, Sendable, CustomStringConvertible {
    case http, https

    /// Reads a scheme, ignoring case; nil for any other.
    init?(_ name: Span<UInt8>) {
        if name.equalsIgnoringCase("https") {
            self = .https
        } else if name.equalsIgnoringCase("http") {
            self = .http
        } else {
            return nil
        }
    }

    package var description: String { self == .https ? "https" : "http" }
}
