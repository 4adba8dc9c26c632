import Checks
import Archive
package import Evidence
import Reasoning
import Wording

extension RecordEncoding<Statistic> {
    package static let statistics = RecordEncoding(
        path: "statistics", singular: "statistic", title: .statistics,
        about: "A question with one answer in reality, and what each source says to it.", id: \.id, fields: fields,
        tables: { statistic, snapshot, language, page in page.answers(to: statistic, from: snapshot, in: language) },
        links: { statistic in
            [
                ("chart", "charts/statistics/\(statistic.id)"), ("picture", "/charts/statistics/\(statistic.id).svg"),
            ] + (statistic.hasValue ? [("measure", "/charts/measures/\(statistic.measure).svg")] : [])
        },
        linksSchema: "statisticLinks")

    private static let fields: [Field<Statistic>] =
        [
            .init("id", .id, "The statistic's id.", show: .brief) { statistic, _, _ in .text(statistic.id) },
            .init("title", .localized, "The question, in a few words.", show: .brief) { .text($0.title[$2]) },
            .term("measure", .measure, "What is counted: a term of the vocabulary measures.") { statistic, _ in
                statistic.measure
            },
            .term("population", .population, "Among whom: a term of the vocabulary populations.") { statistic, _ in
                statistic.population
            },
            .term("unit", .unit, "In what: a term of the vocabulary units.") { statistic, _ in statistic.unit },
            .init("period", .edtf, "The period or the day that the figures are for.") { statistic, _, _ in
                .period(statistic.period, .whole)
            },
            .init("calendar", .choice(CalendarSystem.allCases.map(\.rawValue)), CalendarSystem.about, show: .program) {
                statistic, _, _ in .text(statistic.period.calendar.rawValue)
            },
            .init("written", .edtf, CalendarSystem.aboutWritten, show: .program) { statistic, _, _ in
                statistic.period.written
            },
            .init("earliest", .day, "The first day of the period.", show: .program) { statistic, _, _ in
                Cell(statistic.period.earliest)
            },
            .init("latest", .day, "The last day of the period.", show: .program) { statistic, _, _ in
                Cell(statistic.period.latest)
            },
            .init("contested", .flag, "Whether two claims cannot both be right.", show: .brief) { statistic, _, _ in
                .flag(statistic.isContested)
            },
            .init(
                "low", .number, "The least that any claim allows; null without bound, and without claims.",
                show: .brief
            ) { statistic, _, _ in Cell(statistic.range.shown().low) },
            .init(
                "high", .number,
                "The most that any claim allows; null without bound, and without claims. "
                    + "The range across sources is never a confidence interval.",
                show: .brief
            ) { statistic, _, _ in Cell(statistic.range.shown().high) },
        ] + viewpoint + [
            .init("note", .optionalText, "How the period or the population was read.") { Cell($0.note?[$2]) },
            .init(
                "claims", .list(of: "answer-claim.json#/$defs/claim"),
                "What each source says; empty where nobody counted it, and the rest of the evidence alone bounds it.",
                columns: [
                    .init("claims", separator: Column.ids, show: .program, refersTo: "claims") {
                        statistic, _, _ in .list(statistic.claims.map(\.id))
                    },
                    .init("claimCount", .integer, show: .program, isRequired: true) { statistic, _, _ in
                        Cell(statistic.claims.count)
                    },
                    .sources { $0.claims.map(\.source) },
                ]
            ) { statistic, context, json in
                json.claims(statistic.claims, from: context.snapshot, in: context.language)
            },
            .init(
                "discrepancies", .ids, "The discrepancies that it is part of.", refersTo: "discrepancies"
            ) { statistic, snapshot, _ in
                .list(snapshot.discrepancies.records(where: "statistic", is: statistic.id).map(\.id))
            },
            .init("events", .ids, "The events that it belongs to.", refersTo: "events") { statistic, snapshot, _ in
                .list(snapshot.events.records(where: "statistic", is: statistic.id).map(\.id))
            },
            implied(
                "implied", "impliedLow", "impliedHigh", "What all other figures and relations together allow", \.implied
            ),
            implied(
                "together", "togetherLow", "togetherHigh", "The same with its own figures, if there are any", \.together
            ),
            .citations("Where the period, or what else the title says, is printed.") { $0.citations },
        ]

    /// Returns a field with what the whole of the evidence allows.
    private static func implied(
        _ name: String, _ low: String, _ high: String, _ about: String,
        _ bounds: @escaping @Sendable (Weighing) -> [Implied?]
    ) -> Field<Statistic> {
        let find = { @Sendable (statistic: Statistic, snapshot: Snapshot) -> Implied? in
            let weighing = snapshot.weighing
            return weighing.network.node(of: statistic.id).flatMap { bounds(weighing)[$0] }
        }
        let end = { @Sendable (statistic: Statistic, snapshot: Snapshot) -> Implied? in
            find(statistic, snapshot).flatMap { $0.isLimited ? $0 : nil }
        }
        return .init(
            name, .optional("answer.json#/$defs/implied"),
            about + "; null where nothing limits it but its unit, or that was not worked out.",
            columns: [
                .init(low, .decimal) { statistic, snapshot, _ in
                    Cell(end(statistic, snapshot)?.low?.value.decimal(.down))
                },
                .init(high, .decimal) { statistic, snapshot, _ in
                    Cell(end(statistic, snapshot)?.high?.value.decimal(.up))
                },
            ]
        ) { statistic, context, json in
            let node = context.snapshot.weighing.network.node(of: statistic.id) ?? 0
            json.implied(
                find(statistic, context.snapshot), of: node, from: context.snapshot, in: context.language,
                isTold: name == "implied")
        }
    }
}
