package import Checks
import Evidence
package import Wording

/// A stage of the course that the worksheets of a dataset make: from what one figure says to the whole of them.
package enum Stage: String, CaseIterable, Sendable {
    case rounding, pairs, sums, dates, witnesses, law, whole

    /// The stage of a lesson about a check, by its kind and verdict.
    package init(_ check: Check) {
        let relation = check.relation
        self =
            switch relation.constraint {
            case .editorial(let editorial): editorial.conflict == .legal ? .law : .witnesses
            case .within, .before: .dates
            case .equation:
                if relation.constraint.isOfDates {
                    .dates
                } else if check.verdict == .withinRounding {
                    .rounding
                } else if relation.comparability != nil {
                    .witnesses
                } else {
                    relation.constraint.kind == .same ? .pairs : .sums
                }
            }
    }

    /// How long a lesson takes.
    package var minutes: Int {
        switch self {
        case .rounding, .pairs, .sums, .dates, .witnesses: 45
        case .law, .whole: 90
        }
    }

    package func title(in language: Language) -> String { language.words[titleKey] }

    /// What pupils can do after a lesson, in a sentence.
    package func aim(in language: Language) -> String { language.words[aimKey] }

    private var titleKey: String {
        switch self {
        case .rounding: "stageRounding"
        case .pairs: "stagePairs"
        case .sums: "stageSums"
        case .dates: "stageDates"
        case .witnesses: "stageWitnesses"
        case .law: "stageLaw"
        case .whole: "stageWhole"
        }
    }

    private var aimKey: String {
        switch self {
        case .rounding: "aimRounding"
        case .pairs: "aimPairs"
        case .sums: "aimSums"
        case .dates: "aimDates"
        case .witnesses: "aimWitnesses"
        case .law: "aimLaw"
        case .whole: "aimWhole"
        }
    }
}
