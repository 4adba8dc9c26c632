import Archive
import Evidence

/// A column of a table, as it is described to whoever reads the table by machine.
struct Column: Sendable, Equatable {
    /// The type of its cells, by the name that CSVW (XML Schema) has for it.
    enum Datatype: String, Sendable {
        case string, integer, decimal, boolean, date
    }

    /// Stable: what a reader's program names.
    let name: String
    let title: LocalizedText
    let datatype: Datatype
    /// What joins the texts of a list; nil for a column without lists.
    var separator: String?
    /// The member of the JSON record that the cells come from: `fields=` asks for it.
    let member: String
}

/// A column with the way to its cells.
struct RecordColumn<Record: Sendable>: Sendable {
    let column: Column
    let cell: @Sendable (Record, Snapshot, Language) -> Cell
}
