import Evidence
import Wording

extension RecordColumn<Change> {
    static let changes: [RecordColumn] = [
        .init("id", isRequired: true) { change, _, _ in .text(change.id) },
        .init("version", show: .brief, isRequired: true) { change, _, _ in .text(change.version)
        },
        .init("date", .date, show: .brief, isRequired: true) { change, _, _ in Cell(change.date) },
        .init("summary", titled: "whatChanged", show: .brief, isRequired: true) { .text($0.summary[$2]) },
        names("added", \.added), names("changed", \.changed), names("removed", \.removed),
    ]

    /// Records as `events/amnesty-1945-02-09`.
    private static func names(
        _ name: String, _ names: @escaping @Sendable (Change) -> [Change.Name]
    ) -> RecordColumn {
        .init(name, separator: Column.ids) { change, _, _ in
            .list(names(change).map { "\($0.kind.rawValue)/\($0.id)" })
        }
    }
}
