package import Checks
package import Archive
package import Evidence
package import Wording

/// The full text of one record for a terminal: the values of its columns, and the tables that belong to it.
package struct RecordText<Record: Sendable> {
    package let encoding: RecordEncoding<Record>
    package let snapshot: Snapshot
    package let language: Language
    /// The requested members; nil for all.
    package let fields: [String]?
    /// The requested viewpoint.
    package let viewpoint: Viewpoint

    /// Creates the text from its properties.
    package init(
        encoding: RecordEncoding<Record>, snapshot: Snapshot, language: Language, fields: [String]?,
        viewpoint: Viewpoint
    ) {
        self.encoding = encoding
        self.snapshot = snapshot
        self.language = language
        self.fields = fields
        self.viewpoint = viewpoint
    }

    package func write(_ record: Record, to page: inout TextPage) {
        let columns = encoding.columns(under: viewpoint).filter { column in
            fields?.contains(column.column.member) ?? (column.column.display != .program)
        }
        let facts = columns.map { column in
            let text = column.cell(record, snapshot, language).text(
                in: language, separator: column.column.textSeparator)
            return (column: column.column, text: text)
        }
        if let title = facts.first(where: { $0.column.name == "title" }) { page.heading(title.text) }
        page.facts(facts.filter { $0.column.name != "title" }.map { ($0.column.title(in: language), $0.text) })
        if fields == nil { encoding.tables(record, snapshot, language, &page) }
    }
}

extension TextPage {
    /// Appends the figures one below another, each with who states it and where.
    package mutating func claims(_ claims: [Claim], from snapshot: Snapshot, in language: Language) {
        let standing = DateStanding.allCases.filter { standing in
            claims.contains { standing.isTold(of: $0, snapshot.statistics[$0.statistic]?.withdrawals ?? [:]) }
        }
        let names = ["value", "qualifier", "low", "high", "attribution"] + standing.map(\.rawValue)
        let columns =
            RecordEncoding.claims.columns.filter { names.contains($0.column.name) } + [.citations { [$0.citation] }]
        let rows = claims.map { claim in columns.map { $0.cell(claim, snapshot, language) } }
        block(Table(columns: columns.map(\.column), rows: rows).grid(in: language).lines())
    }

    /// Appends every reading with its arithmetic, or the statement of each side.
    package mutating func check(_ check: Check, in language: Language) {
        let text = CheckText(check, in: language)
        block(text.readings.lines())
        block(text.sides())
    }

    /// Appends the attribution, the licence and the version with what is supposed, which every page ends with.
    package mutating func footer(_ snapshot: Snapshot, in language: Language) {
        let identity = snapshot.dataset.identity
        paragraph(identity.attribution[language])
        block([
            "\(identity.licence.id): \(identity.licence.url)", "\(identity.id) \(identity.version)\(snapshot.supposed)",
        ])
    }
}
