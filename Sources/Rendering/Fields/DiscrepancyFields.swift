package import Checks
package import Archive
package import Evidence
package import Foundations
import Wording

extension RecordEncoding<Discrepancy> {
    package static let discrepancies = RecordEncoding(
        path: "discrepancies", singular: "discrepancy", title: .discrepancies,
        about: "A check that does not plainly hold, or a conflict that the editor describes.", id: \.id,
        fields: fields,
        tables: { discrepancy, snapshot, language, page in
            page.check(discrepancy.check, in: language)
            page.claims(discrepancy.claims.compactMap { snapshot.claims[$0] }, from: snapshot, in: language)
            page.dates(discrepancy.check.dates, in: language)
        },
        links: { discrepancy in
            // Words and periods have no figures to chart.
            let chart = ("chart", "charts/discrepancies/\(discrepancy.id)")
            let picture = ("picture", "/charts/discrepancies/\(discrepancy.id).svg")
            let readings = ("readings", "checks/\(discrepancy.id)/readings")
            return [("check", "checks/\(discrepancy.id)"), readings]
                + (discrepancy.claims.isEmpty ? [] : [chart, picture])
        },
        linksSchema: "discrepancyLinks")

    private static let fields: [Field<Discrepancy>] = [
        .init("id", .id, "The discrepancy's id.", show: .brief) { discrepancy, _, _ in .text(discrepancy.id) },
        .init("kind", .choice(Discrepancy.Kind.allCases.map(\.rawValue)), "What does not fit.") { discrepancy, _, _ in
            .term(discrepancy.kind.rawValue, discrepancy.kind.label)
        },
        .verdict("The verdict of the check.") { $0.verdict },
        .init("title", .localized, "What does not fit, in a few words.", show: .brief) { .text($0.title[$2]) },
        .init("explanation", .optionalText, "What is known of why.", isRequired: true) {
            .text($0.explanation[$2])
        },
        .init("question", .optionalText, "A question for the classroom.", isRequired: true) {
            .text($0.question[$2])
        },
        .init("check", .id, "The check that found it.", show: .program, refersTo: "checks") { discrepancy, _, _ in
            .text(discrepancy.check.id)
        },
        .init("statistics", .ids, "The statistics that do not fit.", refersTo: "statistics") { discrepancy, _, _ in
            .list(discrepancy.check.relation.statistics)
        },
        .init(
            "claims", .list(of: "answer-claim.json#/$defs/claim"), "The claims that do not fit.",
            columns: [
                .init("claims", separator: Column.ids, show: .program, refersTo: "claims") { discrepancy, _, _ in
                    .list(discrepancy.claims)
                },
                .sources(of: "citations") { $0.citations.map(\.source) },
            ]
        ) { discrepancy, context, json in
            let claims = discrepancy.claims.compactMap { context.snapshot.claims[$0] }
            json.claims(claims, from: context.snapshot, in: context.language)
        },
        .dates { $0.check },
        .readings(columns: [.arithmetic { $0.check }]) { $0.check },
        .readingCount { $0.check },
        .mixed { $0.check },
        .remaining { $0.check },
        difference,
        .conflicts { $0.check },
        .comparability { $0.check },
        .init(
            "sides", .list(of: "answer.json#/$defs/side"),
            "The two sides of a conflict that the editor describes; none of a computed one.",
            columns: [
                .init("sides", separator: Column.phrases, show: .program) { discrepancy, _, language in
                    .list(discrepancy.check.sides.map { $0.statement[language] })
                }
            ]
        ) { discrepancy, context, json in
            json.array(discrepancy.check.sides) { json, side in
                json.object { json in
                    json.member("statement", side.statement[context.language])
                    json.key("citations")
                    json.citations(side.citations, in: context.language)
                }
            }
        },
        .citations("Where both sides are printed.") { $0.citations },
    ]

    private static let difference = Field<Discrepancy>(
        "difference", .optional("answer.json#/$defs/difference"),
        "How large the difference is; null where there is none to compute.",
        columns: [
            .init("differenceAbsolute", .decimal, show: .brief) { discrepancy, _, _ in
                Cell(discrepancy.difference?.absolute)
            },
            .init("differenceLow", .decimal, show: .program) { discrepancy, _, _ in
                Cell(discrepancy.difference?.low)
            },
            .init("differenceHigh", .decimal, show: .program) { discrepancy, _, _ in
                Cell(discrepancy.difference?.high)
            },
            .init("differenceRelative", .decimal) { discrepancy, _, _ in Cell(discrepancy.difference?.relative) },
            .init("differenceUnit") { discrepancy, snapshot, _ in
                guard discrepancy.difference != nil, let unit = discrepancy.check.unit(in: snapshot) else {
                    return .none
                }
                if unit == "days" { return .term(unit, .word(.days)) }
                return Cell(unit, of: .unit, in: snapshot.vocabulary)
            },
        ]
    ) { discrepancy, context, json in
        guard let difference = discrepancy.difference else { return json.null() }
        json.difference(difference, unit: discrepancy.check.unit(in: context.snapshot))
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
    /// Returns the unit of differences: that of the statistics, or days between periods.
    package func unit(in snapshot: Snapshot) -> String? {
        switch relation.constraint {
        case .within, .before: return "days"
        case .equation(let equation) where equation.text != nil:
            let formula = equation.form.formula
            if formula.left.isInDays || formula.right.isInDays { return "days" }
            let figure = formula.bareTerms.first.flatMap {
                equation.sides.indices.contains($0) ? equation.sides[$0].first : nil
            }
            return figure.flatMap { snapshot.statistics[$0]?.unit }
        case .equation(let equation):
            // The figures of all sides but a percentage are brought into the unit of the first.
            let figure = equation.namedSides.first { $0.side.unitKind != .percentage }?.statistics.first
            return figure.flatMap { snapshot.statistics[$0]?.unit }
        case .editorial: return relation.statistics.last.flatMap { snapshot.statistics[$0]?.unit }
        }
    }

    /// The sides of an editorial conflict; empty for a computed check.
    package var sides: [Editorial.Side] {
        if case .editorial(let editorial) = relation.constraint { editorial.sides } else { [] }
    }
}
