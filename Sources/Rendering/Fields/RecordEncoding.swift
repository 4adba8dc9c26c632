package import Checks
package import Archive
package import Evidence
import Foundations
package import Wording

/// The encoding of one kind of record: its path and its members.
package struct RecordEncoding<Record: Sendable>: Sendable {
    /// A format that only lists of this kind of record have.
    package typealias ListFormat = (format: Format, write: @Sendable (ListContent<Record>) -> [UInt8])

    /// The name of the last member of every record, which holds its URLs.
    static var links: String { "links" }

    /// The last segment of the list's path: `events`.
    package let path: String
    /// The singular name of a record: `event`.
    let singular: String
    /// The title of the list for people.
    package let title: Word
    /// The description of such a record in the schema.
    let about: String
    /// Returns the record's id as in its path.
    package let id: @Sendable (Record) -> String
    /// The members of a record in order, except `links`.
    let fields: [Field<Record>]
    package let listFormats: [ListFormat]
    /// Appends what follows the columns on a page for a terminal.
    let tables: @Sendable (Record, Snapshot, Language, inout TextPage) -> Void
    /// Returns the paths of the resources that belong to a record and of the records that it belongs to, with the
    /// relation of each. They are below `/api/v1/` unless they begin with a slash.
    package let links: @Sendable (Record) -> [(relation: String, path: String)]
    /// The name of the definition of its links in `answer.json`.
    let linksSchema: String
    /// The columns of CSV and of text tables. Their names never change.
    package let columns: [RecordColumn<Record>]
    /// All members that a record can have, in order: the values that `fields=` accepts.
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

    /// Whether the record has figures, so that a viewpoint can be requested.
    package var hasFigures: Bool { fields.contains { $0.presence == .underViewpoint } }

    /// Returns the columns that a viewpoint adds after the others.
    func viewed(_ viewpoint: Viewpoint) -> [RecordColumn<Record>] { fields.flatMap { $0.viewed(viewpoint) } }

    /// Returns the columns, including those that the viewpoint adds.
    package func columns(under viewpoint: Viewpoint) -> [RecordColumn<Record>] {
        columns + (viewpoint == .all ? [] : viewed(viewpoint))
    }

    /// Returns the record as a JSON object with the requested members; nil requests all.
    package func encode(
        _ record: Record, from snapshot: Snapshot, in language: Language, viewpoint: Viewpoint = .all,
        fields asked: [String]? = nil
    ) -> [UInt8] {
        let context = FieldContext(snapshot: snapshot, language: language, viewpoint: viewpoint)
        var json = JSONText(capacity: 1_024)
        json.object { json in
            // Members that are not requested are not even computed.
            for field in fields where asked?.contains(field.name) ?? true {
                guard field.presence == .always || field.isWritten(of: record, under: viewpoint) else { continue }
                json.key(field.name)
                field.json(record, context, &json)
            }
            guard asked?.contains(RecordEncoding.links) ?? true else { return }
            json.key(RecordEncoding.links)
            json.object { json in
                json.member("self", APIPath.below(path, id(record)) + snapshot.supposed)
                json.member("cite", APIPath.below("cite/\(path)", id(record)) + snapshot.supposed)
                for link in links(record) {
                    json.member(link.relation, link.path.hasPrefix("/") ? link.path : APIPath.below(link.path))
                }
            }
        }
        return json.bytes
    }
}

/// The values that several kinds of record have in common.
extension JSONText {
    package mutating func locator(_ locator: Locator) {
        object { json in
            json.member("paragraph", value: locator.paragraph)
            json.member("sentence", value: locator.sentence)
            for part in locator.named { json.member(part.label.rawValue, part.value) }
        }
    }

    /// Appends places; their paraphrases in a language.
    package mutating func citations(_ citations: [Citation], in language: Language) {
        array(citations) { json, citation in
            json.object { json in
                json.member("source", citation.source)
                json.key("locator")
                json.locator(citation.locator)
                json.member("printed", values: citation.printed)
                json.member("paraphrase", citation.paraphrase?[language])
                if let quotation = citation.quotation {
                    json.key("quotation")
                    json.quotation(quotation)
                }
            }
        }
    }

    package mutating func quotation(_ quotation: Quotation) {
        object { json in
            json.member("text", quotation.text)
            json.member("language", quotation.language)
        }
    }

    package mutating func interval(_ interval: Interval) {
        let shown = interval.shown()
        member("low", value: shown.low)
        member("high", value: shown.high)
    }

    package mutating func amount(_ amount: Amount) {
        object { json in
            json.member("value", value: amount.point)
            json.interval(amount.interval)
        }
    }

    /// Appends claims as they appear in `/claims`.
    package mutating func claims(_ claims: [Claim], from snapshot: Snapshot, in language: Language) {
        array(claims) { json, claim in
            json.raw(RecordEncoding.claims.encode(claim, from: snapshot, in: language))
        }
    }

    /// Appends why the sides cannot be subtracted; null if they can.
    package mutating func comparability(_ comparability: Relation.Comparability?, in language: Language) {
        guard let comparability else { return null() }
        object { json in
            json.member("differs", comparability.differs.rawValue)
            json.member("reason", comparability.reason[language])
        }
    }

    /// The most sets of strands that are named as those who say a reading.
    private static var mostSets: Int { 20 }

    /// Appends readings of a check.
    package mutating func readings(_ readings: [Reading], of check: Check, in language: Language) {
        array(readings) { json, reading in
            json.object { json in
                json.member("label", reading.label.rawValue)
                json.member("verdict", reading.verdict.rawValue)
                json.member("count", value: reading.count.map(Number.init(whole:)))
                json.key("saidBy")
                json.array(reading.covers.first(JSONText.mostSets)) { json, strands in
                    json.array(strands) { json, strand in
                        json.object { json in
                            json.member("source", strand.source)
                            json.member("attribution", strand.attribution.rawValue)
                        }
                    }
                }
                json.member("claims", values: reading.claims)
                json.key("dates")
                json.datedBy(reading.dates)
                json.member("sources", values: reading.sources)
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
                json.member("period", period.gregorianText(.whole))
                json.member("earliest", value: period.earliest?.description)
                json.member("latest", value: period.latest?.description)
            }
        }
    }
}
