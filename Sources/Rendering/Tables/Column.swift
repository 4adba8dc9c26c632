import Archive
import Evidence
package import Wording

/// The description of a table's column, for programs that read the table.
package struct Column: Sendable, Equatable {
    /// The type of the cells.
    package enum Datatype: String, Sendable {
        case string, integer, decimal, boolean, date
        /// A date or interval, as exact as it is known.
        case edtf
        case uri
    }

    /// The places where people see the column, unless they select the columns themselves.
    enum Display: Sendable {
        /// In tables, and in the full text of a record.
        case brief
        /// Only in the full text of a record.
        case detail
        /// Nowhere: it repeats another column, or a table of its own.
        case program
    }

    /// The name, which programs rely on and which never changes.
    package let name: String
    /// The key of the title among the column titles of the catalogue; nil if the title is the name.
    var titled: String?
    package let datatype: Datatype
    /// The separator of the texts in a list; nil for a column without lists.
    package var separator: String?
    /// The member of the JSON record that the cells come from, by which `fields=` requests the column.
    package fileprivate(set) var member: String
    var display = Display.detail
    /// Whether every row has a value.
    package var isRequired = false
    /// The list in which the values are ids: `statistics`.
    package var refersTo: String?

    /// Returns the title for people.
    package func title(in language: Language) -> String { titled.map(language.words.column) ?? name }

    /// The separator of ids, none of which contains a space.
    package static let ids = " "
    /// The separator of phrases.
    static let phrases = " | "
}

/// A column with the function that returns its cells.
package struct RecordColumn<Record: Sendable>: Sendable {
    var column: Column
    let cell: @Sendable (Record, Snapshot, Language) -> Cell

    /// Creates a column. `member`, and the key of the title, default to the name; `isVerbatim` is true for a column
    /// whose title is its name in every language.
    init(
        _ name: String, titled: String? = nil, isVerbatim: Bool = false, _ datatype: Column.Datatype = .string,
        of member: String? = nil, separator: String? = nil, show display: Column.Display = .detail,
        isRequired: Bool = false, refersTo: String? = nil,
        cell: @escaping @Sendable (Record, Snapshot, Language) -> Cell
    ) {
        column = Column(
            name: name, titled: isVerbatim ? nil : titled ?? name, datatype: datatype, separator: separator,
            member: member ?? name, display: display, isRequired: isRequired, refersTo: refersTo)
        self.cell = cell
    }

    /// Returns the column as belonging to a member, unless it already belongs to another.
    func belonging(to member: String) -> RecordColumn {
        guard column.member == column.name else { return self }
        var copy = self
        copy.column.member = member
        return copy
    }

    /// Returns a column with the places in the sources, in words.
    static func citations(_ citations: @escaping @Sendable (Record) -> [Citation]) -> RecordColumn {
        .init("citations", separator: Column.phrases) { record, _, language in
            .list(citations(record).map { $0.text(in: language) })
        }
    }

    /// Returns a column with the sources that the record is based on, without duplicates.
    static func sources(
        of member: String? = nil, _ sources: @escaping @Sendable (Record) -> [String]
    ) -> RecordColumn {
        .init("sources", of: member, separator: Column.ids, show: .program, refersTo: "sources") { record, _, _ in
            .list(sources(record).uniqued())
        }
    }
}
