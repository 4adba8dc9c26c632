package import Archive
package import Wording

/// What a format of its own is written from: the records of a list, and where they will be read.
package struct ListContent<Record: Sendable>: Sendable {
    package let records: [Record]
    package let snapshot: Snapshot
    package let language: Language
    /// The scheme and host at which clients reach the service, which make a path an address that stays valid in a file;
    /// nil if only a request can tell.
    package let origin: String?
    /// Whether there are pages for people.
    package let hasPages: Bool

    package init(
        _ records: [Record], from snapshot: Snapshot, in language: Language, origin: String? = nil,
        hasPages: Bool = false
    ) {
        self.records = records
        self.snapshot = snapshot
        self.language = language
        self.origin = origin
        self.hasPages = hasPages
    }

    /// Returns the address of a path: absolute if the origin is known.
    func address(_ path: String) -> String { (origin ?? "") + path }

    /// Returns the address of a page for people in the language of the list; nil without pages.
    func page(_ path: String) -> String? { hasPages ? address("\(path)?lang=\(language.rawValue)") : nil }
}
