package import Archive
package import Evidence
import Foundations
import Wording

extension RecordEncoding<Discrepancy> {
    package static let discrepancies = RecordEncoding(
        path: "discrepancies",
        singular: "discrepancy",
        members: [
            "id", "kind", "verdict", "title", "explanation", "question", "check", "statistics", "claims", "readings",
            "remaining", "sides", "comparability", "difference", "citations", "links",
        ],
        title: .discrepancies,
        id: \.id,
        columns: RecordColumn.discrepancies,
        tables: { discrepancy, snapshot, language, page in
            page.check(discrepancy.check, in: language)
            page.claims(discrepancy.claims.compactMap { snapshot.claims[$0] }, from: snapshot, in: language)
        },
        links: { discrepancy in
            // Words and periods have no figures to draw.
            let chart = ("chart", "charts/discrepancies/\(discrepancy.id)")
            let picture = ("picture", "/charts/discrepancies/\(discrepancy.id).svg")
            return [("check", "checks/\(discrepancy.id)")] + (discrepancy.claims.isEmpty ? [] : [chart, picture])
        },
        viewed: { viewpoint in RecordColumn<Discrepancy>.viewed(viewpoint, check: \.check) }
    ) { discrepancy, snapshot, writer in
        let language = writer.language
        writer.member("id", discrepancy.id)
        writer.member("kind", discrepancy.kind.rawValue)
        writer.member("verdict", discrepancy.verdict.rawValue)
        writer.member("title", discrepancy.title)
        writer.member("explanation", discrepancy.explanation)
        writer.member("question", discrepancy.question)
        writer.member("check", discrepancy.check.id)
        writer.member("statistics", discrepancy.check.relation.statistics)
        writer.member("claims") { json in
            json.claims(discrepancy.claims.compactMap { snapshot.claims[$0] }, from: snapshot, in: language)
        }
        writer.member("readings") { $0.readings(of: discrepancy.check, in: language) }
        writer.remainder(of: discrepancy.check, from: snapshot)
        writer.member("sides") { json in
            json.array(discrepancy.check.sides) { json, side in
                json.object { json in
                    json.member("statement", side.statement[language])
                    json.key("citations")
                    json.citations(side.citations)
                }
            }
        }
        writer.member("comparability") { $0.comparability(discrepancy.check.relation.comparability, in: language) }
        writer.member("difference") { json in
            guard let difference = discrepancy.difference else { return json.null() }
            json.difference(difference, unit: discrepancy.check.unit(in: snapshot))
        }
        writer.member("citations") { $0.citations(discrepancy.citations) }
    }
}

extension JSONText {
    package mutating func difference(_ difference: Difference, unit: String?) {
        object { json in
            json.member("absolute", value: difference.absolute)
            json.member("low", value: difference.low)
            json.member("high", value: difference.high)
            json.member("relative", value: difference.relative)
            json.member("unit", value: unit)
        }
    }
}

extension Check {
    /// What differences are counted in: the unit of the statistics, or days between periods.
    package func unit(in snapshot: Snapshot) -> String? {
        if case .within = relation.constraint { return "days" }
        return relation.statistics.last.flatMap { snapshot.statistics[$0]?.unit }
    }

    /// The sides of an editorial conflict; none for a computed check.
    package var sides: [Editorial.Side] {
        if case .editorial(let editorial) = relation.constraint { editorial.sides } else { [] }
    }
}
