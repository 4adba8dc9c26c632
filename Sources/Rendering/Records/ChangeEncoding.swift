package import Evidence
import Foundations
import Wording

extension RecordEncoding<Change> {
    package static let changes = RecordEncoding(
        path: "changes",
        singular: "change",
        members: ["id", "version", "date", "summary", "added", "changed", "removed", "links"],
        title: .changes,
        id: \.id,
        columns: RecordColumn.changes,
        listFormats: [(.atom, AtomText.write)]
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
}
