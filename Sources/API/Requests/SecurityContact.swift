package import Foundation
package import HTTPCore

/// The contact for reporting vulnerabilities in `/.well-known/security.txt` (RFC 9116).
package struct SecurityContact: Sendable {
    /// The time in seconds for which the file is valid after the start of the server: 180 days, as RFC 9116 recommends
    /// less than a year.
    private static let validity: Double = 180 * 86_400

    private let contact: String
    private let expires: Date

    /// Creates a contact; nil unless `contact` is a URI that starts with `https://`, `mailto:` or `tel:`, in ASCII
    /// without spaces.
    package init?(_ contact: String, startedAt started: Date) {
        let isKnown = ["https://", "mailto:", "tel:"].contains { contact.hasPrefix($0) && contact.count > $0.count }
        guard isKnown, contact.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.contact = contact
        expires = started.addingTimeInterval(SecurityContact.validity)
    }

    /// Returns the file's text; `origin` provides its own URL.
    package func text(_ origin: Origin) -> String {
        """
        Contact: \(contact)
        Expires: \(expires.formatted(.iso8601))
        Preferred-Languages: en, lt
        Canonical: \(origin)/.well-known/security.txt

        """
    }
}
