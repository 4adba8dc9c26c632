/// The changes in one version of a dataset compared with the version before it.
package struct Change: Hashable, Sendable {
    /// The kind of a changed record; the raw value is the plural name in URLs.
    package enum Kind: String, CaseIterable, Sendable {
        case sources, events, statistics, claims, relations
    }

    /// A reference to a record by its kind and id.
    package struct Name: Hashable, Sendable {
        package let kind: Kind
        package let id: String
        /// The event that the claim dates; nil for a claim of a figure, and for what is no claim.
        package let event: String?

        package init(kind: Kind, id: String, event: String? = nil) {
            self.kind = kind
            self.id = id
            self.event = event
        }
    }

    /// The semantic version.
    package let version: String
    package let date: CalendarDay
    package let summary: LocalizedText
    /// The records that are new in this version, those that differ from before, and those that no longer exist. A first
    /// release names none, because everything in it is new.
    package let added, changed, removed: [Name]
    /// Why the version was withdrawn, so that it is served no longer; nil if it was not.
    package let withdrawn: LocalizedText?

    /// The version as a slug: `1-0-0`.
    package var id: String { String(version.map { $0 == "." ? "-" : $0 }) }

    package init(
        version: String, date: CalendarDay, summary: LocalizedText, added: [Name] = [], changed: [Name] = [],
        removed: [Name] = [], withdrawn: LocalizedText? = nil
    ) {
        self.version = version
        self.date = date
        self.summary = summary
        self.added = added
        self.changed = changed
        self.removed = removed
        self.withdrawn = withdrawn
    }
}
