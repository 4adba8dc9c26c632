import Archive
import Evidence
import HTTPCore

extension RecordEncoding<Change> {
    static let changes = RecordEncoding(
        path: "changes", singular: "change",
        members: ["id", "version", "date", "summary", "added", "changed", "removed", "links"],
        id: \.id, columns: columns, listFormats: [(.atom, AtomText.write)]
    ) { change, _, writer in
        writer.member("id", change.id)
        writer.member("version", change.version)
        writer.member("date", change.date.description)
        writer.member("summary", change.summary)
        for (name, names) in [("added", change.added), ("changed", change.changed), ("removed", change.removed)] {
            writer.member(name) { json in
                json.array(names) { json, name in
                    json.object { json in
                        json.member("kind", name.kind.rawValue)
                        json.member("id", name.id)
                    }
                }
            }
        }
    }

    private static let columns: [RecordColumn<Change>] = [
        column("version", "Version", "Versija") { change, _ in .text(change.version) },
        column("date", "Date", "Data", .date) { change, _ in .text(change.date.description) },
        column("summary", "What changed", "Kas pakeista") { change, language in .text(change.summary[language]) },
        names("added", "Added", "Pridėta", \.added), names("changed", "Changed", "Pakeista", \.changed),
        names("removed", "Removed", "Pašalinta", \.removed),
    ]

    private static func column(
        _ name: String, _ english: String, _ lithuanian: String, _ datatype: Column.Datatype = .string,
        separator: String? = nil, _ cell: @escaping @Sendable (Change, Language) -> Cell
    ) -> RecordColumn<Change> {
        RecordColumn(
            column: Column(
                name: name, title: LocalizedText(english: english, lithuanian: lithuanian), datatype: datatype,
                separator: separator, member: name)
        ) { change, _, language in cell(change, language) }
    }

    /// Records as `kind/id`, with blanks between.
    private static func names(
        _ name: String, _ english: String, _ lithuanian: String, _ names: @escaping @Sendable (Change) -> [Change.Name]
    ) -> RecordColumn<Change> {
        column(name, english, lithuanian, separator: " ") { change, _ in
            .list(names(change).map { "\($0.kind.rawValue)/\($0.id)" })
        }
    }
}
