package import Checks
import Archive
import Evidence
import Foundations
import Reasoning
import Wording

extension RecordEncoding<Check> {
    package static let checks = RecordEncoding(
        path: "checks", singular: "check", title: .checks, about: "The result of testing one relation.", id: \.id,
        fields: fields,
        tables: { check, snapshot, language, page in
            if let text = check.untested(in: language, from: snapshot) { page.paragraph(text) }
            page.check(check, in: language)
        },
        links: { [("readings", "checks/\($0.id)/readings")] }, linksSchema: "checkLinks")

    private static let fields: [Field<Check>] = [
        .init("id", .id, "The check's id, and its relation's.", show: .brief) { check, _, _ in .text(check.id) },
        .init("kind", .choice(Relation.Kind.allCases.map(\.rawValue)), "The kind of relation.", show: .program) {
            check, _, _ in .text(check.relation.constraint.kind.rawValue)
        },
        .verdict("The verdict of all readings together.") { $0.verdict },
        .init("title", .localized, "The relation, in a few words.", show: .brief) { .text($0.relation.title[$2]) },
        .init("statistics", .ids, "The statistics that it relates.", refersTo: "statistics") { check, _, _ in
            .list(check.relation.statistics)
        },
        .init("events", .ids, "The events that it relates.", refersTo: "events") { check, _, _ in
            .list(check.relation.events)
        },
        .init(
            "formula", .optional("answer.json#/$defs/formula"),
            "What is compared in a formula; null in all other kinds.",
            columns: [
                .init("formula", show: .program) { check, _, _ in Cell(check.relation.constraint.equation?.text) }
            ]
        ) { check, _, json in json.formula(check.relation.constraint.equation) },
        .dates { $0 },
        .readings(
            columns: [
                .arithmetic { $0 },
                .init("difference", .decimal, of: "readings", show: .program) { check, _, _ in
                    Cell(check.deciding?.difference?.point)
                },
                .init("differenceLow", .decimal, show: .program) { check, _, _ in
                    Cell(check.deciding?.difference?.interval.shown().low)
                },
                .init("differenceHigh", .decimal, show: .program) { check, _, _ in
                    Cell(check.deciding?.difference?.interval.shown().high)
                },
            ]
        ) { $0 },
        .readingCount { $0 },
        .mixed { $0 },
        .remaining { $0 },
        .conflicts { $0 },
        .comparability { $0 },
        .init("explanation", .optionalText, "What does not fit, and what is known of why.") {
            Cell($0.relation.explanation?[$2])
        },
        .init("question", .optionalText, "A question for the classroom.") { Cell($0.relation.question?[$2]) },
        .init(
            "discrepancy", .optionalID,
            "The discrepancy that the check is; null where it plainly holds, or nobody gives the figures to test it with.",
            refersTo: "discrepancies"
        ) { check, snapshot, _ in
            snapshot.discrepancies.position(of: check.id) == nil ? .none : .text(check.id)
        },
        .citations("Where the figures are printed.") { $0.citations },
    ]
}

extension JSONText {
    /// Writes a formula with its terms, or null.
    fileprivate mutating func formula(_ equation: Equation?) {
        guard let equation, let text = equation.text else { return null() }
        object { json in
            json.member("text", text)
            json.key("terms")
            json.array(equation.terms) { json, term in
                json.object { json in
                    json.member("name", term.name)
                    json.member("statistic", term.operand.statistic)
                    json.member("event", term.operand.event)
                    json.member("bound", term.bound?.rawValue)
                }
            }
        }
    }
}

/// The fields that checks and discrepancies have in common.
extension Field {
    static func verdict(_ about: String, _ verdict: @escaping @Sendable (Record) -> Verdict) -> Field {
        .init("verdict", .reference("answer.json#/$defs/verdict"), about, show: .brief) { record, _, _ in
            .term(verdict(record).rawValue, verdict(record).label)
        }
    }

    static func dates(of check: @escaping @Sendable (Record) -> Check) -> Field {
        .init(
            "dates", .list(of: "answer.json#/$defs/datedBy"),
            "The dates that take part, of those events that sources date differently; none where nobody disputes them.",
            columns: [
                .init("dates", separator: Column.ids, show: .program) { record, _, _ in
                    .list(check(record).dates.map(\.id))
                }
            ]
        ) { record, _, json in json.datedBy(check(record).dates) }
    }

    static func readings(
        columns: [RecordColumn<Record>], of check: @escaping @Sendable (Record) -> Check
    ) -> Field {
        .init(
            "readings", .list(of: "answer.json#/$defs/reading"),
            "The relation tested once for each combination of figures that somebody gives together; at most the first 100.",
            columns: columns
        ) { record, context, json in
            let check = check(record)
            json.readings(Array(check.readings.prefix(Check.mostReadings)), of: check, in: context.language)
        }
    }

    static func readingCount(of check: @escaping @Sendable (Record) -> Check) -> Field {
        .init(
            "readingCount", .number,
            "How many readings there are, each as often as a least set of strands can say it alone; null for more than can "
                + "be counted.", show: .program
        ) { record, _, _ in Cell(check(record).readingCount.map(Number.init(whole:))) }
    }

    static func mixed(of check: @escaping @Sendable (Record) -> Check) -> Field {
        .init(
            "mixed", .number,
            "How many ways there are to take one claim for each statistic in which a source is passed over; null for more "
                + "than can be counted.", show: .program
        ) { record, _, _ in Cell(check(record).mixed.map(Number.init(whole:))) }
    }

    /// Returns the field with the conflicts that a check is part of.
    static func conflicts(of check: @escaping @Sendable (Record) -> Check) -> Field {
        .init(
            "conflicts", .ids, "The conflicts that it is part of: figures that cannot all be right.",
            refersTo: "conflicts"
        ) { record, snapshot, _ in .list(check(record).conflicts(in: snapshot).map(\.id)) }
    }

    /// Returns the field that says why the sides cannot be subtracted.
    static func comparability(of check: @escaping @Sendable (Record) -> Check) -> Field {
        .init(
            "comparability", .optional("answer.json#/$defs/comparability"),
            "Why the sides cannot be subtracted; null where they can.",
            columns: [
                .init("comparabilityDiffers") { record, _, _ in
                    Cell(check(record).relation.comparability?.differs.rawValue)
                },
                .init("comparabilityReason") { Cell(check($0).relation.comparability?.reason[$2]) },
            ]
        ) { record, context, json in
            json.comparability(check(record).relation.comparability, in: context.language)
        }
    }
}

extension RecordColumn {
    /// Returns the column with the arithmetic of the deciding reading.
    static func arithmetic(of check: @escaping @Sendable (Record) -> Check) -> RecordColumn {
        .init("arithmetic", show: .program) { record, _, language in
            let check = check(record)
            return Cell(check.deciding.map { Arithmetic($0, of: check, in: language).text })
        }
    }
}
