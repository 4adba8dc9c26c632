import Archive
import Evidence
import Foundations
import Wording

/// A member of a record, stated once: its name, its schema, its JSON, and the columns of tables that show it.
///
/// `fields=`, JSON, CSV and its metadata, text and the schema of the answers are made from it.
package struct Field<Record: Sendable>: Sendable {
    /// When a record has the member.
    enum Presence: Sendable {
        case always
        /// CSL-JSON knows no null: a member that a source lacks is left out.
        case whereKnown
        /// Only where a viewpoint other than `all` is asked for.
        case underViewpoint
    }

    package let name: String
    let schema: FieldSchema
    /// What the member says, for readers of the schema; nil where the schema that it refers to says so.
    let about: String?
    let presence: Presence
    /// In their order.
    let columns: [RecordColumn<Record>]
    /// The columns that a viewpoint adds behind all others.
    let viewed: @Sendable (Viewpoint) -> [RecordColumn<Record>]
    /// Writes the member's value.
    let json: @Sendable (Record, FieldContext, inout JSONText) -> Void
    /// Whether it is known of a record.
    private let isThere: @Sendable (Record) -> Bool

    /// Creates a member that no single cell can hold. A column without a member of its own belongs to this one.
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

    /// Creates a member that is one cell, and the column of that cell with `others` behind it.
    ///
    /// `column` is the column's name, where a program could not name a variable as the member is named; `titled` is the key
    /// of what people call it, where that is not its name; `isRequired` is nil where the schema tells.
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

    /// Whether a record has the member.
    func isWritten(of record: Record, under viewpoint: Viewpoint) -> Bool {
        switch presence {
        case .always: true
        case .whereKnown: isThere(record)
        case .underViewpoint: viewpoint != .all
        }
    }

    /// A member with the id of a term: people read the term's label.
    static func term(
        _ name: String, _ kind: Vocabulary.Kind, _ about: String, others: [RecordColumn<Record>] = [],
        id: @escaping @Sendable (Record, Snapshot) -> String?
    ) -> Field {
        let own = RecordColumn<Record>(name, isRequired: true) { record, snapshot, _ in
            Cell(id(record, snapshot), of: kind, in: snapshot.vocabulary)
        }
        return Field(name, .id, about, columns: [own] + others) { record, context, json in
            json.value(id(record, context.snapshot))
        }
    }

    /// A member with the ids of terms: people read their labels.
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

    /// Where it stands in the sources; people read that in words.
    static func citations(
        _ about: String, before others: [RecordColumn<Record>] = [],
        _ citations: @escaping @Sendable (Record) -> [Citation]
    ) -> Field {
        Field(
            "citations", .reference("answer.json#/$defs/citations"), about, columns: others + [.citations(citations)]
        ) { record, _, json in json.citations(citations(record)) }
    }
}

/// For whom a record is written.
package struct FieldContext: Sendable {
    let snapshot: Snapshot
    let language: Language
    /// Whose figures are asked for.
    let viewpoint: Viewpoint
}

extension JSONText {
    /// A cell as programs read it: a term as its id, a date as EDTF.
    mutating func cell(_ cell: Cell) {
        switch cell {
        case .none: null()
        case .text(let text), .term(let text, _): string(text)
        case .number(let number): value(number)
        case .flag(let flag): value(flag)
        case .day(let day): string(day.description)
        case .period(let period): string(period.text)
        case .list(let texts): array(texts) { $0.string($1) }
        case .terms(let terms): array(terms) { $0.string($1.id) }
        }
    }
}
