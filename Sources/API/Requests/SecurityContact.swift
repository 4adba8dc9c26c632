package import Foundation

/// Whom to tell of a weakness: what `/.well-known/security.txt` (RFC 9116) says.
package struct SecurityContact: Sendable {
    /// How long after the start of a server its word holds, in seconds: 180 days, where RFC 9116 wants less than a year.
    private static let validity: Double = 180 * 86_400

    private let contact: String
    private let expires: Date

    /// nil unless `contact` is a URI that begins with `https://`, `mailto:` or `tel:`, in ASCII without spaces.
    package init?(_ contact: String, startedAt started: Date) {
        let isKnown = ["https://", "mailto:", "tel:"].contains { contact.hasPrefix($0) && contact.count > $0.count }
        guard isKnown, contact.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.contact = contact
        expires = started.addingTimeInterval(SecurityContact.validity)
    }

    /// The file; `origin` makes it name its own place.
    func text(_ origin: Origin) -> String {
        """
        Contact: \(contact)
        Expires: \(expires.formatted(.iso8601))
        Preferred-Languages: en, lt
        Canonical: \(origin)/.well-known/security.txt

        """
    }
}
