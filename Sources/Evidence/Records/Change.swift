/// What one version of a dataset changed against the version before it.
package struct Change: Hashable, Sendable {
    /// What can be changed; the raw value is the plural name in URLs.
    package enum Kind: String, CaseIterable, Sendable {
        case sources, events, statistics, claims, relations
    }

    /// A record by its id.
    package struct Name: Hashable, Sendable {
        package let kind: Kind
        package let id: String

        package init(kind: Kind, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    /// Semantic version.
    package let version: String
    package let date: CalendarDay
    package let summary: LocalizedText
    /// What the version is the first to have, has otherwise than before, and has no longer. A first release names nothing:
    /// all of it is new.
    package let added, changed, removed: [Name]

    /// The version as a slug: `1-0-0`.
    package var id: String { String(version.map { $0 == "." ? "-" : $0 }) }

    package init(
        version: String, date: CalendarDay, summary: LocalizedText, added: [Name] = [], changed: [Name] = [],
        removed: [Name] = []
    ) {
        self.version = version
        self.date = date
        self.summary = summary
        self.added = added
        self.changed = changed
        self.removed = removed
    }
}
