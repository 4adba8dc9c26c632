import Archive
import Evidence
package import Wording

/// A column of a table, as it is described to whoever reads the table by machine.
package struct Column: Sendable, Equatable {
    /// What its cells are.
    package enum Datatype: String, Sendable {
        case string, integer, decimal, boolean, date
        /// A date or interval, as exact as it is known.
        case edtf
        case uri
    }

    /// Where people see it, unless they choose the columns themselves.
    enum Display: Sendable {
        /// In tables, and where one record is told in full.
        case brief
        /// Only where one record is told in full.
        case detail
        /// Nowhere: it says again what stands in another column, or in a table of its own.
        case program
    }

    /// Stable: what a reader's program names.
    package let name: String
    /// The key of what people call it, among the columns of the words; nil where they call it by its name.
    var titled: String?
    package let datatype: Datatype
    /// What joins the texts of a list; nil for a column without lists.
    package var separator: String?
    /// The member of the JSON record that the cells come from: `fields=` asks for it.
    package fileprivate(set) var member: String
    var display = Display.detail
    /// Whether every row has it.
    package var isRequired = false
    /// Where the values stand as ids: `statistics`.
    package var refersTo: String?

    /// What people call it.
    package func title(in language: Language) -> String { titled.map(language.words.column) ?? name }

    /// What joins ids: none has a blank.
    package static let ids = " "
    /// What joins phrases.
    static let phrases = " | "
}

/// A column with the way to its cells.
package struct RecordColumn<Record: Sendable>: Sendable {
    var column: Column
    let cell: @Sendable (Record, Snapshot, Language) -> Cell

    /// `member`, and the key of what people call it, are the name unless told otherwise; `isVerbatim` is a column that people
    /// call by its name in every language.
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

    /// The column as one of a member's, unless it says that it is of another.
    func belonging(to member: String) -> RecordColumn {
        guard column.member == column.name else { return self }
        var copy = self
        copy.column.member = member
        return copy
    }

    /// Where it stands in the sources, in words.
    static func citations(_ citations: @escaping @Sendable (Record) -> [Citation]) -> RecordColumn {
        .init("citations", separator: Column.phrases) { record, _, language in
            .list(citations(record).map { $0.text(in: language) })
        }
    }

    /// The sources that it rests on, each once.
    static func sources(
        of member: String? = nil, _ sources: @escaping @Sendable (Record) -> [String]
    ) -> RecordColumn {
        .init("sources", of: member, separator: Column.ids, show: .program, refersTo: "sources") { record, _, _ in
            .list(sources(record).uniqued())
        }
    }
}
