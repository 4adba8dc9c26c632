package import Archive
package import Checks
package import Evidence
import Rendering
package import Wording

/// A worksheet about a discrepancy, or about another check that the editor has planned a lesson for: the passages and where they
/// come from, questions from easy to hard, and a key.
///
/// Questions follow from the kind of relation, and answers from the readings of its check: nothing is invented here.
package struct Lesson {
    package struct Question {
        package let text: String
        /// The room for an answer, in lines.
        package let lines: Int
        /// The answers for the teacher, each a sentence or a row.
        package let answers: [String]
    }

    /// Something that a source says, for the key: a figure, a date or a statement.
    struct Saying {
        /// The words as printed.
        let says: String
        /// What the figure or date is about; nil for a statement.
        let subject: String?
        let places: [String]
    }

    package let check: Check
    package let explanation, question: LocalizedText
    let snapshot: Snapshot
    let language: Language
    let mostRecords: Int

    var words: Words { language.words }
    var constraint: Relation.Constraint { check.relation.constraint }

    /// The ids of all sources of it, in the order in which the relation comes to them.
    private(set) var sources: [String] = []

    /// nil where `id` is of no check that pupils can be asked about. `mostRecords` is how many records of a kind it has room for.
    package init?(_ id: String, in snapshot: Snapshot, language: Language, mostRecords: Int) {
        guard let check = snapshot.checks[id],
            snapshot.discrepancies[id] != nil || snapshot.dataset.lessons.plans[id] != nil,
            let explanation = check.relation.explanation, let question = check.relation.question
        else { return nil }
        self.check = check
        self.explanation = explanation
        self.question = question
        self.snapshot = snapshot
        self.language = language
        self.mostRecords = mostRecords
        sources = quoted.map(\.citation.source).uniqued()
    }

    /// What is said, in the order of the relation.
    private var sayings: [Saying] {
        switch constraint {
        case .editorial(let editorial):
            editorial.sides.map { side in
                Saying(says: side.statement.marked(for: language), subject: nil, places: side.citations.map(place))
            }
        case .within, .before: constraint.dated.flatMap(sayings)
        case .equation(let equation):
            claims(of: check.relation.figures).map(saying) + equation.days.map(\.operand).flatMap(sayings)
        }
    }

    package var questions: [Question] {
        [
            Question(text: words["lessonOrigin"], lines: 2, answers: origins),
            Question(text: words[findKey], lines: 2, answers: found),
            Question(text: words[workKey], lines: 3, answers: worked),
            Question(text: words[reasonKey], lines: 3, answers: reasoned),
            Question(
                text: question.marked(for: language), lines: 4,
                answers: modelAnswers.isEmpty ? [words["lessonOpen"]] : modelAnswers),
            Question(text: words["lessonSource"], lines: 3, answers: sourced),
        ]
    }

    // MARK: To find: what is printed, and where

    private var findKey: String { "lessonFind" + constraint.kind.rawValue.capitalizedFirst }

    private var found: [String] {
        guard let equation = constraint.equation else {
            return sayings.map(said)
        }
        if equation.form == .same { return claims(of: check.relation.statistics).map(sentence) }
        let figures = equation.namedSides.flatMap { side, statistics in
            // The name of a term in a formula is for programs.
            let role = side.term == nil ? words["lessonSide" + side.name.rawValue.capitalizedFirst] + ": " : ""
            return claims(of: statistics).map { role + sentence($0) }
        }
        return figures
            + equation.days.flatMap { day in
                sayings(day.operand).map { day.name + ": " + said($0) }
            }
    }

    private func said(_ saying: Saying) -> String {
        let said = [saying.subject, saying.says].compactMap { $0 }.joined(separator: ": ")
        return said + " (" + saying.places.joined(separator: "; ") + ")"
    }

    private func sentence(_ claim: Claim) -> String {
        let title = snapshot.statistics[claim.statistic]?.title.marked(for: language) ?? claim.statistic
        let figure = token(claim.printed, of: claim.source, meaning: claim.quantity.text(in: language))
        return "\(figure) – \(title) (\(place(claim.citation)))"
    }

    func printed(_ claim: Claim) -> String {
        snapshot.sources[claim.source]?.marked(claim.printed, for: language) ?? claim.printed
    }

    // MARK: To work out

    private var workKey: String { "lessonWork" + constraint.kind.rawValue.capitalizedFirst }

    /// The maximum number of readings that a key has room for.
    private static let mostReadings = 6

    /// The readings that decide.
    private var readings: [Reading] { Array(check.candidates.prefix(Lesson.mostReadings)) }

    private var worked: [String] {
        guard !readings.isEmpty else { return [told(plan.agreement) ?? words["lessonSeeAbove"]] }
        let text = CheckText(check, in: language)
        let rows = readings.map { reading in
            [label(reading), Arithmetic(reading, of: check, in: language).text, text.difference(reading)]
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        let others = check.readings.count - readings.count
        let rest = others > 0 ? [words.count("lessonOtherReadings", others) + "."] : []
        return rows + rest + reason
    }

    /// Returns whose figures are combined; empty if there is only one way.
    private func label(_ reading: Reading) -> String {
        if let note = reading.note(in: language) { return note.capitalizedFirst }
        guard readings.count > 1 else { return "" }
        return reading.saidBy(in: language, of: check, name).capitalizedFirst
    }

    /// Why the sides cannot be subtracted, if they cannot.
    private var reason: [String] { check.relation.comparability.map { [$0.reason.marked(for: language)] } ?? [] }

    // MARK: To reason: rounding, and what dates leave open

    private var reasonKey: String {
        switch constraint {
        case .within, .before: "lessonReasonWithin"
        case .editorial: "lessonReasonEditorial"
        case .equation where constraint.isOfDates: "lessonReasonWithin"
        case .equation: bounds.isEmpty ? "lessonReasonExact" : "lessonReasonFigures"
        }
    }

    /// The figures that may be anything within bounds, with these.
    private var bounds: [String] {
        claims(of: check.relation.figures).filter { claim in
            let interval = claim.quantity.interval
            return interval.low == nil || interval.low != interval.high
        }.map { "\($0.quantity.text(in: language)): \(range($0.quantity.interval))" }.uniqued()
    }

    private func told(_ text: LocalizedText?) -> String? { text?.marked(for: language) }

    private var reasoned: [String] {
        let verdict = check.verdict.label[language]
        let conditions = told(plan.conditions)
        switch constraint {
        case .editorial:
            return [conditions ?? words["lessonSeeAbove"], words.fill("lessonVerdictEditor", ["verdict": verdict])]
        case .within, .before:
            return dated + [words.fill("lessonVerdict", ["verdict": verdict])]
        case .equation where constraint.isOfDates: return dated + readings.map(compared)
        case .equation:
            let bounds = bounds
            guard bounds.isEmpty else {
                return [bounds.joined(separator: "; ").withFullStop] + readings.map(compared)
                    + [conditions].compactMap { $0 }
            }
            return [words["lessonExact"]] + readings.map(compared) + [conditions ?? words["lessonIfExact"]]
        }
    }

    /// What the dates that are compared leave open.
    private var dated: [String] { periods.map { "\($0.title): \(ends($0.dating))" } }

    /// Returns both sides of a reading as ranges, and what follows.
    private func compared(_ reading: Reading) -> String {
        guard case .amount(let computed) = reading.computed, case .amount(let stated) = reading.stated
        else { return "" }
        let verdict = words.fill(
            check.isWorkedOut(reading) ? "lessonRanges" : "lessonSides",
            [
                "computed": range(computed.interval), "stated": range(stated.interval),
                "verdict": reading.verdict.label[language],
            ])
        let label = label(reading)
        return label.isEmpty ? verdict.capitalizedFirst : label + ": " + verdict
    }

    private func range(_ interval: Interval) -> String { language.range(interval) ?? "?" }

    private func ends(_ dating: Dating) -> String {
        let ends: [(String, DatedEnd)] = [("lessonBegins", dating.start), ("lessonEnds", dating.end)]
        return ends.map { key, end in
            guard case .days(let days) = end else {
                return words[key] + " " + words[end == .open ? "lessonEndOpen" : "lessonEndUnknown"]
            }
            let bounds = [days.days.first, days.days.last].map {
                $0.map { language.format(CalendarDay(ordinal: $0)) } ?? "…"
            }
            let told =
                bounds[0] == bounds[1]
                ? bounds[0] : words.fill("lessonFromTo", ["from": bounds[0], "to": bounds[1]])
            return words[key] + " " + told
        }.joined(separator: "; ")
    }

    // MARK: To look further

    private var sourced: [String] {
        let known = sources.prefix(mostRecords).compactMap { snapshot.sources[$0] }.map { source in
            "\(mark(of: source.id)) (\(source.independence.label[language]))"
        }
        return [told(plan.further)].compactMap { $0 }
            + [words.fill("lessonSources", ["sources": known.joined(separator: "; ")])]
    }
}
