package import Archive
package import Evidence
import Foundations
package import Wording

/// How one kind of record is written: under which path, with which members.
package struct RecordEncoding<Record: Sendable>: Sendable {
    /// A form that a list of these records has, and no other kind's.
    package typealias ListFormat = (format: Format, write: @Sendable ([Record], Snapshot, Language) -> [UInt8])

    /// The last member of every record: its addresses.
    static var links: String { "links" }

    /// The last segment of the list's path: `events`.
    package let path: String
    /// What one record is called: `event`.
    package let singular: String
    /// What people call them all.
    package let title: Word
    /// What such a record is, for readers of the schema.
    let about: String
    /// The record's id, as in its path.
    package let id: @Sendable (Record) -> String
    /// Its members in their order, but for `links`.
    let fields: [Field<Record>]
    package let listFormats: [ListFormat]
    /// What a page for a terminal has after the columns.
    let tables: @Sendable (Record, Snapshot, Language, inout TextPage) -> Void
    /// The paths of what belongs to it, and of the records that it belongs to, each with its relation; below `/api/v1/`
    /// unless they begin with a slash.
    package let links: @Sendable (Record) -> [(relation: String, path: String)]
    /// The definition of its links in `answer.json`.
    let linksSchema: String
    /// What a row of CSV or of a text table has; the columns never change their names.
    package let columns: [RecordColumn<Record>]
    /// Every member that a record can have, in their order: what `fields=` accepts.
    package let members: [String]

    init(
        path: String, singular: String, title: Word, about: String, id: @escaping @Sendable (Record) -> String,
        fields: [Field<Record>], listFormats: [ListFormat] = [],
        tables: @escaping @Sendable (Record, Snapshot, Language, inout TextPage) -> Void = { _, _, _, _ in },
        links: @escaping @Sendable (Record) -> [(relation: String, path: String)] = { _ in [] },
        linksSchema: String = "recordLinks"
    ) {
        self.path = path
        self.singular = singular
        self.title = title
        self.about = about
        self.id = id
        self.fields = fields
        self.listFormats = listFormats
        self.tables = tables
        self.links = links
        self.linksSchema = linksSchema
        columns = fields.flatMap(\.columns)
        members = fields.map(\.name) + [RecordEncoding.links]
    }

    /// Whether it has figures, so that a viewpoint may be asked for.
    package var hasFigures: Bool { fields.contains { $0.presence == .underViewpoint } }

    /// The columns that a viewpoint adds behind the others.
    func viewed(_ viewpoint: Viewpoint) -> [RecordColumn<Record>] { fields.flatMap { $0.viewed(viewpoint) } }

    /// The columns, with those that the viewpoint adds.
    package func columns(under viewpoint: Viewpoint) -> [RecordColumn<Record>] {
        columns + (viewpoint == .all ? [] : viewed(viewpoint))
    }

    /// The record as a JSON object, or only the members asked for: nil asks for all.
    package func encode(
        _ record: Record, from snapshot: Snapshot, in language: Language, viewpoint: Viewpoint = .all,
        fields asked: [String]? = nil
    ) -> [UInt8] {
        let context = FieldContext(snapshot: snapshot, language: language, viewpoint: viewpoint)
        var json = JSONText(capacity: 1_024)
        json.object { json in
            // What is not asked for is not even put together.
            for field in fields where asked?.contains(field.name) ?? true {
                guard field.presence == .always || field.isWritten(of: record, under: viewpoint) else { continue }
                json.key(field.name)
                field.json(record, context, &json)
            }
            guard asked?.contains(RecordEncoding.links) ?? true else { return }
            json.key(RecordEncoding.links)
            json.object { json in
                json.member("self", APIPath.below(path, id(record)))
                json.member("cite", APIPath.below("cite/\(path)", id(record)))
                for link in links(record) {
                    json.member(link.relation, link.path.hasPrefix("/") ? link.path : APIPath.below(link.path))
                }
            }
        }
        return json.bytes
    }
}

/// The pieces that several kinds of record have in common.
extension JSONText {
    package mutating func locator(_ locator: Locator) {
        object { json in
            json.member("paragraph", value: locator.paragraph)
            json.member("sentence", value: locator.sentence)
            if let article = locator.article { json.member("article", article) }
        }
    }

    package mutating func citations(_ citations: [Citation]) {
        array(citations) { json, citation in
            json.object { json in
                json.member("source", citation.source)
                json.key("locator")
                json.locator(citation.locator)
                json.member("printed", values: citation.printed)
            }
        }
    }

    package mutating func interval(_ interval: Interval) {
        member("low", value: interval.low)
        member("high", value: interval.high)
    }

    package mutating func amount(_ amount: Amount) {
        object { json in
            json.member("value", value: amount.point)
            json.interval(amount.interval)
        }
    }

    /// Claims as they stand in `/claims`.
    package mutating func claims(_ claims: [Claim], from snapshot: Snapshot, in language: Language) {
        array(claims) { json, claim in
            json.raw(RecordEncoding.claims.encode(claim, from: snapshot, in: language))
        }
    }

    /// Why the sides cannot be subtracted; null where they can.
    package mutating func comparability(_ comparability: Relation.Comparability?, in language: Language) {
        guard let comparability else { return null() }
        object { json in
            json.member("differs", comparability.differs.rawValue)
            json.member("reason", comparability.reason[language])
        }
    }

    package mutating func readings(of check: Check, in language: Language) {
        array(check.readings) { json, reading in
            json.object { json in
                json.member("label", reading.label.rawValue)
                json.member("verdict", reading.verdict.rawValue)
                json.member("claims", values: reading.claims)
                json.key("stated")
                json.operand(reading.stated)
                json.key("computed")
                json.operand(reading.computed)
                json.key("difference")
                if let difference = reading.difference { json.amount(difference) } else { json.null() }
                json.member("arithmetic", Arithmetic(reading, of: check, in: language).text)
            }
        }
    }

    private mutating func operand(_ operand: Reading.Operand) {
        switch operand {
        case .amount(let amount): self.amount(amount)
        case .period(let period):
            object { json in
                json.member("period", period.text)
                json.member("earliest", value: period.earliest?.description)
                json.member("latest", value: period.latest?.description)
            }
        }
    }
}
