package import Checks
package import Archive
import Evidence
package import Foundations
package import Wording

extension Check: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String { relation.title[language] }

    /// Writes a creative work about statistics, based on claims, with a part for each reading. The claim reviews of
    /// schema.org do not fit: they assess whether a claim is true, which is not what is checked.
    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", relation.title, in: languages)
        node.keywords([(verdict.rawValue, verdict.label)], in: languages)
        writeEvidence(&node, from: snapshot, in: languages)
    }

    /// Writes the members that discrepancies have too.
    func writeEvidence(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.member(
            "about",
            values: relation.statistics.map { APIPath.below("statistics", $0) }
                + relation.events.map { APIPath.below("events", $0) })
        node.basis(claims.map(\.id), dates)
        if !readings.isEmpty {
            node.key("hasPart")
            node.array(Array(readings.prefix(Check.mostReadings))) { json, reading in
                json.object { json in
                    json.types("CreativeWork")
                    json.texts("text", in: languages) { Arithmetic(reading, of: self, in: $0).text }
                    json.keywords(
                        [
                            (reading.label.rawValue, reading.label.label),
                            (reading.verdict.rawValue, reading.verdict.label),
                        ], in: languages)
                    json.basis(reading.claims, reading.dates)
                    if !reading.dates.isEmpty {
                        json.member("date", values: reading.dates.map { $0.date.gregorianText(.someDay) }.uniqued())
                    }
                    json.paths("wasDerivedFrom", "sources", reading.sources)
                }
            }
        }
        node.provenance(citations, from: snapshot)
    }
}

extension JSONText {
    /// Appends the claims that something rests on: those of figures by their ids, then those of dates.
    fileprivate mutating func basis(_ claims: [String], _ dates: [DatedClaim]) {
        let paths = claims.map { APIPath.below("claims", $0) } + dates.map(\.path)
        if !paths.isEmpty { member("isBasedOn", values: paths) }
    }
}

extension DatedClaim {
    /// The path by which linked data names it: it is a part of its event.
    var path: String { APIPath.below("events", event) + "#" + id }
}
