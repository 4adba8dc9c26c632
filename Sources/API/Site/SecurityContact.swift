package import Foundation

/// Whom to tell of a weakness: what `/.well-known/security.txt` (RFC 9116) says.
package struct SecurityContact: Sendable {
    /// How long after the start of a server its word holds, in seconds: 180 days, where RFC 9116 wants less than a year.
    private static let validity: Double = 180 * 86_400

    private let contacts: [String]
    private let expires: Date

    /// `contacts` are URIs, the preferred one first; nil unless there is one, and each begins with `https://`, `mailto:`
    /// or `tel:` and is ASCII without spaces.
    package init?(_ contacts: [String], startedAt started: Date) {
        let isContact = { (text: String) in
            ["https://", "mailto:", "tel:"].contains { text.hasPrefix($0) && text.count > $0.count }
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard !contacts.isEmpty, contacts.allSatisfy(isContact) else { return nil }
        self.contacts = contacts
        expires = started.addingTimeInterval(SecurityContact.validity)
    }

    /// The file; `origin` makes it name its own place.
    func text(_ origin: Origin) -> String {
        let lines =
            contacts.map { "Contact: \($0)" } + [
                "Expires: \(expires.formatted(.iso8601))", "Preferred-Languages: en, lt",
                "Canonical: \(origin)/.well-known/security.txt",
            ]
        return lines.joined(separator: "\n") + "\n"
    }
}
