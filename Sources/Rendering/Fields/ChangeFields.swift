package import Evidence
import Foundations
import Wording

extension RecordEncoding<Change> {
    package static let changes = RecordEncoding(
        path: "changes", singular: "change", title: .changes, about: "What one version of the dataset changed.",
        id: \.id,
        fields: [
            .init("id", .id, "A change goes by the version that it made: 1-0-0.") { change, _, _ in .text(change.id) },
            .init("version", .reference("common.json#/$defs/version"), nil, show: .brief) { change, _, _ in
                .text(change.version)
            },
            .init(
                "date", .reference("common.json#/$defs/day"), "The day of the version's release.",
                columns: [.init("date", .date, show: .brief, isRequired: true) { change, _, _ in Cell(change.date) }]
            ) { change, _, json in json.string(change.date.description) },
            .init("summary", .localized, "What changed and why.", titled: "whatChanged", show: .brief) {
                .text($0.summary[$2])
            },
            names("added", "The records that the version is the first to have.", \.added),
            names("changed", "The records that say something else than before.", \.changed),
            names("removed", "The records that it has no longer.", \.removed),
            .init(
                "withdrawn", .optionalText, "Why the version was withdrawn; null if it was not.", titled: "whyWithdrawn"
            ) {
                change, _, language in change.withdrawn.map { .text($0[language]) } ?? .none
            },
        ],
        listFormats: [(.atom, AtomText.write)])

    /// Returns a field that lists records. In a cell, each is its path.
    private static func names(
        _ name: String, _ about: String, _ names: @escaping @Sendable (Change) -> [Change.Name]
    ) -> Field<Change> {
        .init(
            name, .reference("changes.json#/$defs/names"), about,
            columns: [
                .init(name, separator: Column.ids) { change, _, _ in
                    .list(names(change).map(\.path))
                }
            ]
        ) { change, _, json in
            json.array(names(change)) { json, name in
                json.object { json in
                    json.member("kind", name.kind.rawValue)
                    json.member("id", name.id)
                    if let event = name.event { json.member("event", event) }
                }
            }
        }
    }
}

extension Change.Name {
    /// Where it is, or was, below the root: `events/harvest-1846`; of a date, `events/harvest-1846#harvest-1846-annals`.
    var path: String { event.map { "events/\($0)#\(id)" } ?? "\(kind.rawValue)/\(id)" }
}
