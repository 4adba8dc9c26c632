import Checks
import Archive
import Evidence
import Foundations
import Wording

/// The single definition of a record's member: its name, schema and JSON, and the columns of tables that show it.
///
/// `fields=`, JSON, CSV and its metadata, plain text and the schema of responses are all derived from it.
package struct Field<Record: Sendable>: Sendable {
    /// The condition under which a record has the member.
    enum Presence: Sendable {
        case always
        /// Only if the source has a value: CSL-JSON has no null, so a missing value is left out.
        case whereKnown
        /// Only if a viewpoint other than `all` is requested.
        case underViewpoint
    }

    package let name: String
    let schema: FieldSchema
    /// The description of the member in the schema; nil if the schema that it refers to has one.
    let about: String?
    let presence: Presence
    /// The columns that show the member, in order.
    let columns: [RecordColumn<Record>]
    /// Returns the columns that a viewpoint adds after all others.
    let viewed: @Sendable (Viewpoint) -> [RecordColumn<Record>]
    /// Writes the member's value.
    let json: @Sendable (Record, FieldContext, inout JSONText) -> Void
    /// Returns whether the value is known for a record.
    private let isThere: @Sendable (Record) -> Bool

    /// Creates a member that does not fit in one cell. Columns that name no member of their own belong to this one.
    init(
        _ name: String, _ schema: FieldSchema, _ about: String? = nil, _ presence: Presence = .always,
        columns: [RecordColumn<Record>] = [],
        viewed: @escaping @Sendable (Viewpoint) -> [RecordColumn<Record>] = { _ in [] },
        isThere: @escaping @Sendable (Record) -> Bool = { _ in true },
        json: @escaping @Sendable (Record, FieldContext, inout JSONText) -> Void
    ) {
        self.name = name
        self.schema = schema
        self.about = about
        self.presence = presence
        self.columns = columns.map { $0.belonging(to: name) }
        self.viewed = { viewpoint in viewed(viewpoint).map { $0.belonging(to: name) } }
        self.isThere = isThere
        self.json = json
    }

    /// Creates a member that is a single cell, with a column for that cell followed by `others`.
    ///
    /// `column` is the column's name if the member's name is not a valid variable name in programs; `titled` is the key
    /// of the column's title if it differs from the name; `isRequired` is nil to derive it from the schema.
    init(
        _ name: String, _ schema: FieldSchema, _ about: String?, _ presence: Presence = .always, column: String? = nil,
        titled: String? = nil, show display: Column.Display = .detail, isRequired: Bool? = nil,
        refersTo: String? = nil, others: [RecordColumn<Record>] = [],
        isThere: @escaping @Sendable (Record) -> Bool = { _ in true },
        cell: @escaping @Sendable (Record, Snapshot, Language) -> Cell
    ) {
        let own = RecordColumn<Record>(
            column ?? name, titled: titled, schema.datatype, of: name, separator: schema.separator, show: display,
            isRequired: isRequired ?? (schema.isRequired && presence == .always), refersTo: refersTo, cell: cell)
        self.init(name, schema, about, presence, columns: [own] + others, isThere: isThere) {
            record, context, json in
            json.cell(cell(record, context.snapshot, context.language))
        }
    }

    /// Returns whether a record has the member.
    func isWritten(of record: Record, under viewpoint: Viewpoint) -> Bool {
        switch presence {
        case .always: true
        case .whereKnown: isThere(record)
        case .underViewpoint: viewpoint != .all
        }
    }

    /// Returns a member that holds the id of a term; people see the term's label.
    static func term(
        _ name: String, _ kind: Vocabulary.Kind, _ about: String, id: @escaping @Sendable (Record, Snapshot) -> String?
    ) -> Field {
        let own = RecordColumn<Record>(name, isRequired: true) { record, snapshot, _ in
            Cell(id(record, snapshot), of: kind, in: snapshot.vocabulary)
        }
        return Field(name, .id, about, columns: [own]) { record, context, json in
            json.value(id(record, context.snapshot))
        }
    }

    /// Returns a member that holds the ids of terms; people see their labels.
    static func terms(
        _ name: String, _ kind: Vocabulary.Kind, _ about: String, ids: @escaping @Sendable (Record) -> [String]
    ) -> Field {
        let own = RecordColumn<Record>(name, separator: Column.ids) { record, snapshot, _ in
            Cell(ids(record), of: kind, in: snapshot.vocabulary)
        }
        return Field(name, .ids, about, columns: [own]) { record, _, json in
            json.array(ids(record)) { $0.string($1) }
        }
    }

    /// Returns the member with the places in the sources; people see them in words.
    static func citations(
        _ about: String, before others: [RecordColumn<Record>] = [],
        _ citations: @escaping @Sendable (Record) -> [Citation]
    ) -> Field {
        Field(
            "citations", .reference("answer.json#/$defs/citations"), about, columns: others + [.citations(citations)]
        ) { record, context, json in json.citations(citations(record), in: context.language) }
    }
}

/// The context in which a record is written.
package struct FieldContext: Sendable {
    let snapshot: Snapshot
    let language: Language
    /// The requested viewpoint.
    let viewpoint: Viewpoint
}

extension JSONText {
    /// Appends a cell as programs read it: a term as its id, a date as EDTF.
    mutating func cell(_ cell: Cell) {
        switch cell {
        case .none: null()
        case .text(let text), .term(let text, _): string(text)
        case .number(let number): value(number)
        case .flag(let flag): value(flag)
        case .day(let day): string(day.description)
        case .period(let period, let sense): string(period.gregorianText(sense))
        case .list(let texts): array(texts) { $0.string($1) }
        case .terms(let terms): array(terms) { $0.string($1.id) }
        }
    }
}
