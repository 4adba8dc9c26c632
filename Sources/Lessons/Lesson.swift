package import Archive
package import Checks
import Evidence
import Rendering
package import Wording

/// A worksheet about a discrepancy: what the sources say, questions from easy to hard, and a key.
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

    /// Something that a source says: a figure, a date or a statement.
    package struct Witness {
        /// The words as printed.
        package let says: String
        /// What the figure or date is about; nil for a statement.
        package let subject: String?
        package let places: [String]
    }

    let discrepancy: Discrepancy
    let snapshot: Snapshot
    let language: Language
    let mostRecords: Int

    var words: Words { language.words }
    var check: Check { discrepancy.check }
    var constraint: Relation.Constraint { check.relation.constraint }

    /// The ids of all sources of it.
    private let sources: [String]

    /// `mostRecords` is how many records of a kind it has room for.
    package init(discrepancy: Discrepancy, snapshot: Snapshot, language: Language, mostRecords: Int) {
        self.discrepancy = discrepancy
        self.snapshot = snapshot
        self.language = language
        self.mostRecords = mostRecords
        let claims = discrepancy.check.relation.statistics.flatMap { snapshot.statistics[$0]?.standingClaims ?? [] }
        sources = (discrepancy.citations.map(\.source) + claims.map(\.source)).uniqued()
    }

    /// The single source of everything; nil if there are several.
    package var onlySource: String? { sources.count == 1 ? sources.first.map(title) : nil }

    /// The witnesses in the order of the relation.
    package var witnesses: [Witness] {
        switch constraint {
        case .editorial(let editorial):
            editorial.sides.map { side in
                Witness(says: side.statement.marked(for: language), subject: nil, places: side.citations.map(place))
            }
        case .within, .before: constraint.dated.flatMap(witnesses)
        case .equation(let equation):
            claims(of: check.relation.figures).map(witness) + equation.days.map(\.operand).flatMap(witnesses)
        }
    }

    package var questions: [Question] {
        [
            Question(text: words[findKey], lines: 2, answers: found),
            Question(text: words[workKey], lines: 3, answers: worked),
            Question(text: words[reasonKey], lines: 3, answers: reasoned),
            Question(text: discrepancy.question.marked(for: language), lines: 4, answers: [words["lessonOpen"]]),
            Question(text: words["lessonSource"], lines: 3, answers: sourced),
        ]
    }

    // MARK: To find: what is printed, and where

    private var findKey: String { "lessonFind" + constraint.kind.rawValue.capitalizedFirst }

    private var found: [String] {
        guard let equation = constraint.equation else {
            return witnesses.map(said)
        }
        if equation.form == .same { return claims(of: check.relation.statistics).map(sentence) }
        let figures = equation.namedSides.flatMap { side, statistics in
            let role = side.term ?? words["lessonSide" + side.name.rawValue.capitalizedFirst]
            return claims(of: statistics).map { role + ": " + sentence($0) }
        }
        return figures
            + equation.days.flatMap { day in
                witnesses(day.operand).map { day.name + ": " + said($0) }
            }
    }

    private func said(_ witness: Witness) -> String {
        let said = [witness.subject, witness.says].compactMap { $0 }.joined(separator: ": ")
        return said + " (" + witness.places.joined(separator: "; ") + ")"
    }

    private func sentence(_ claim: Claim) -> String {
        let title = snapshot.statistics[claim.statistic]?.title.marked(for: language) ?? claim.statistic
        return "\(printed(claim)) – \(title) (\(place(claim.citation)))"
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
        guard !readings.isEmpty else { return [words["lessonSeeAbove"]] }
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
        case .equation: constraint.isOfDates ? "lessonReasonWithin" : "lessonReasonFigures"
        }
    }

    private var reasoned: [String] {
        let verdict = discrepancy.verdict.label[language]
        switch constraint {
        case .editorial: return [words.fill("lessonVerdictEditor", ["verdict": verdict])]
        case .within, .before:
            return dated + [words.fill("lessonVerdict", ["verdict": verdict])]
        case .equation where constraint.isOfDates: return dated + readings.map(compared)
        case .equation:
            let rounded = claims(of: check.relation.figures).filter { claim in
                let interval = claim.quantity.interval
                return interval.low == nil || interval.low != interval.high
            }.map { "\(printed($0)): \(range($0.quantity.interval))" }.uniqued()
            let figures = rounded.isEmpty ? words["lessonExact"] : rounded.joined(separator: "; ").withFullStop
            return [figures] + readings.map(compared)
        }
    }

    /// What the dates that are compared leave open.
    private var dated: [String] { periods.map { "\($0.title): \(bounds($0.dating))" } }

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

    private func bounds(_ dating: Dating) -> String {
        let ends: [(String, DatedEnd)] = [("lessonBegins", dating.start), ("lessonEnds", dating.end)]
        return ends.map { key, end in
            guard case .days(let days) = end else {
                return words[key] + " " + words[end == .open ? "lessonEndOpen" : "lessonEndUnknown"]
            }
            let bounds = [days.days.first, days.days.last].map {
                $0.map { language.format(CalendarDay(ordinal: $0)) } ?? "…"
            }
            return words[key] + " " + bounds.uniqued().joined(separator: " – ")
        }.joined(separator: "; ")
    }

    // MARK: To look further

    private var sourced: [String] {
        let known = sources.prefix(mostRecords).compactMap { snapshot.sources[$0] }.map { source in
            "\(title(source.id)) (\(source.independence.label[language]))"
        }
        return [words.fill("lessonSources", ["sources": known.joined(separator: "; ")])]
    }
}
