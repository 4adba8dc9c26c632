import Archive
import Evidence

extension RecordColumn<Change> {
    static let changes: [RecordColumn] = [
        .init("id", "Id", "Id", isRequired: true) { change, _, _ in .text(change.id) },
        .init("version", "Version", "Versija", show: .brief, isRequired: true) { change, _, _ in .text(change.version)
        },
        .init("date", "Date", "Data", .date, show: .brief, isRequired: true) { change, _, _ in Cell(change.date) },
        .init("summary", "What changed", "Kas pakeista", show: .brief, isRequired: true) { .text($0.summary[$2]) },
        names("added", "Added", "Pridėta", \.added), names("changed", "Changed", "Pakeista", \.changed),
        names("removed", "Removed", "Pašalinta", \.removed),
    ]

    /// Records as `events/amnesty-1945-02-09`.
    private static func names(
        _ name: String, _ english: String, _ lithuanian: String, _ names: @escaping @Sendable (Change) -> [Change.Name]
    ) -> RecordColumn {
        .init(name, english, lithuanian, separator: Column.ids) { change, _, _ in
            .list(names(change).map { "\($0.kind.rawValue)/\($0.id)" })
        }
    }
}
