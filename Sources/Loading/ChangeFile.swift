import Evidence
import Foundations

/// The file `changes.json`: what each version of the dataset changed, newest first.
enum ChangeFile {
    static let name = "changes.json"

    /// Decodes the changes; nil in place of one that cannot be decoded.
    static func decode(_ cursor: Cursor) -> [Change?]? {
        cursor.records("changes", count: 1...Int.max, change)
    }

    private static func change(_ cursor: Cursor) -> Change? {
        guard var members = cursor.members() else { return nil }
        let version = members.required("version") { $0.version() }
        let date = members.required("date") { $0.day() }
        let summary = members.required("summary") { $0.localizedText() }
        let added = members.optional("added") { $0.names() }
        let changed = members.optional("changed") { $0.names() }
        let removed = members.optional("removed") { $0.names() }
        let withdrawn = members.optional("withdrawn") { $0.localizedText() }
        members.close()
        guard let version, let date, let summary, let added, let changed, let removed, let withdrawn
        else { return nil }
        return Change(
            version: version, date: date, summary: summary, added: added ?? [], changed: changed ?? [],
            removed: removed ?? [], withdrawn: withdrawn)
    }

    /// Checks that the list leads up to the dataset as it is: the first version is the dataset's own, each later entry
    /// has a lower version and no later day, and every named record exists unless a later version removed it.
    ///
    /// `records` returns the names of all records of a kind; nil if some could not be decoded, so that nothing can be
    /// concluded.
    static func check(
        _ changes: [Change?], of identity: Dataset.Identity?, records: (Change.Kind) -> Set<Change.Name>?,
        diagnostics: Diagnostics
    ) {
        let list = Path.member(.file(name), "changes")
        if let identity, let newest = changes.first ?? nil {
            let path = Path.element(list, 0)
            if newest.version != identity.version {
                diagnostics.add(
                    .meaning, at: .member(path, "version"), expected: "the dataset's own version, \(identity.version)",
                    found: newest.version)
            }
            if newest.date != identity.released {
                diagnostics.add(
                    .meaning, at: .member(path, "date"),
                    expected: "the day on which the dataset was released, \(identity.released)",
                    found: newest.date.description)
            }
            if newest.withdrawn != nil {
                diagnostics.add(
                    .meaning, at: .member(path, "withdrawn"), expected: "none for the version that is served",
                    found: "a reason")
            }
        }
        let named = Set(changes.compactMap { $0 }.flatMap { $0.added + $0.changed + $0.removed }.map(\.kind))
        let records = Dictionary(uniqueKeysWithValues: named.map { ($0, records($0)) })
        let isThere = { (name: Change.Name) in records[name.kind]?.map { $0.contains(name) } }
        var (removed, returned): (Set<Change.Name>, Set<Change.Name>) = ([], [])
        var newer: Change?
        for (index, change) in changes.enumerated() {
            guard let change else { continue }
            let path = Path.element(list, index)
            if let newer { checkOrder(change, before: newer, at: path, diagnostics) }
            newer = change
            for (member, names) in [("added", change.added), ("changed", change.changed)] {
                for (place, name) in names.enumerated() where !removed.contains(name) && isThere(name) == false {
                    diagnostics.add(
                        .meaning, at: .member(.element(.member(path, member), place), "id"),
                        expected: "the id of \(name.record), or one that a later version removed",
                        found: "\"\(name.id)\"")
                }
            }
            // If a later version brought the record back, that version names it.
            for (place, name) in change.removed.enumerated() where !returned.contains(name) && isThere(name) == true {
                diagnostics.add(
                    .meaning, at: .member(.element(.member(path, "removed"), place), "id"),
                    expected: "an id that no longer exists", found: "\"\(name.id)\"")
            }
            returned.formUnion(change.added)
            removed.formUnion(change.removed)
        }
    }

    private static func checkOrder(_ change: Change, before newer: Change, at path: Path, _ diagnostics: Diagnostics) {
        if let version = Version(change.version), let later = Version(newer.version), version >= later {
            diagnostics.add(
                .meaning, at: .member(path, "version"), expected: "a version before \(newer.version)",
                found: change.version)
        }
        if change.date > newer.date {
            diagnostics.add(
                .meaning, at: .member(path, "date"), expected: "a day not after \(newer.date)",
                found: change.date.description)
        }
    }
}

extension Cursor {
    fileprivate func names() -> [Change.Name]? {
        list("an array of records", isUnique: true) { cursor in
            guard var members = cursor.members() else { return nil }
            let kind = members.required("kind") { $0.choice(of: Change.Kind.self) }
            let id = members.required("id") { $0.slug() }
            let event = kind == .claims ? members.optional("event") { $0.slug() } : .some(nil)
            members.close()
            guard let kind, let id, let event else { return nil }
            return Change.Name(kind: kind, id: id, event: event)
        }
    }
}

extension Change.Name {
    /// What is named so, for messages.
    fileprivate var record: String {
        guard kind == .claims else { return "one of the \(kind.rawValue)" }
        return event.map { "a claim that dates \"\($0)\"" } ?? "a claim of a figure (of a date: beside its \"event\")"
    }
}
