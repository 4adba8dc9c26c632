package import Archive
package import Evidence
import Foundations
package import Wording

/// How one kind of record is written: under which path, with which members.
package struct RecordEncoding<Record: Sendable>: Sendable {
    /// A form that a list of these records has, and no other kind's.
    package typealias ListFormat = (format: Format, write: @Sendable ([Record], Snapshot, Language) -> [UInt8])

    /// The last segment of the list's path: `events`.
    package let path: String
    /// What one record is called: `event`.
    package let singular: String
    /// Every member that `write` writes, in its order: what `fields=` accepts.
    package let members: [String]
    /// What people call them all.
    package let title: Word
    /// The record's id, as in its path.
    package let id: @Sendable (Record) -> String
    /// What a row of CSV or of a text table has; the columns never change their names.
    package var columns: [RecordColumn<Record>] = []
    package var listFormats: [ListFormat] = []
    /// What a page for a terminal has after the columns.
    var tables: @Sendable (Record, Snapshot, Language, inout TextPage) -> Void = { _, _, _, _ in }
    /// The paths of what belongs to it, and of the records that it belongs to, each with its relation; below `/api/v1/`
    /// unless they begin with a slash.
    package var links: @Sendable (Record) -> [(relation: String, path: String)] = { _ in [] }
    /// The columns that a viewpoint adds; nil for records without figures, which know no viewpoint.
    package var viewed: (@Sendable (Viewpoint) -> [RecordColumn<Record>])?
    package let write: @Sendable (Record, Snapshot, inout RecordWriter) -> Void

    /// The columns, with those that the viewpoint adds behind them.
    package func columns(under viewpoint: Viewpoint) -> [RecordColumn<Record>] {
        columns + (viewpoint == .all ? [] : viewed?(viewpoint) ?? [])
    }

    /// The record as a JSON object.
    package func encode(
        _ record: Record, from snapshot: Snapshot, in language: Language, viewpoint: Viewpoint = .all,
        fields: [String]? = nil
    ) -> [UInt8] {
        RecordWriter.object(in: language, viewpoint: viewpoint, fields: fields) { writer in
            write(record, snapshot, &writer)
            writer.member("links") { json in
                json.object { json in
                    json.member("self", APIPath.below(path, id(record)))
                    json.member("cite", APIPath.below("cite/\(path)", id(record)))
                    for link in links(record) {
                        json.member(link.relation, link.path.hasPrefix("/") ? link.path : APIPath.below(link.path))
                    }
                }
            }
        }
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
