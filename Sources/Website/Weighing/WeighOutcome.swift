import Archive
import Evidence
import Lessons
import PageLayout
import Templates
import Wording

/// What follows from a supposition, as templates use it.
struct WeighOutcome {
    let outcome: Outcome
    let gone, new: [CheckRow]
    let conflicts: [ConflictRow]
    let bounds: [Move]

    /// What the rest allowed a statistic to be, and allows now.
    struct Move {
        let statistic: LinkView
        let before, after: String
        let without: String?
    }

    init(_ supposition: Supposition, from base: Snapshot, to snapshot: Snapshot, _ page: PageContext) {
        outcome = Outcome(
            supposition, from: base, to: snapshot, in: page.language, mostRecords: PageContext.mostRecords)
        gone = outcome.gone.map { CheckRow($0, page) }
        new = outcome.new.map { CheckRow($0, page) }
        conflicts = outcome.conflicts.map { ConflictRow($0, in: snapshot, page) }
        bounds = outcome.moves.map { move in
            let title = move.statistic.title.marked(for: page.language)
            return Move(
                statistic: LinkView(title, page.link("/statistics/\(move.statistic.id)")), before: move.before,
                after: move.after, without: move.without)
        }
    }
}

extension WeighOutcome: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("supposed") { $0.outcome.supposed }, .text("summary") { $0.outcome.summary },
        .text("told") { $0.outcome.told },
        .list("gone") { $0.gone }, .flag("hasGone") { !$0.gone.isEmpty }, .list("new") { $0.new },
        .flag("hasNew") { !$0.new.isEmpty }, .list("conflicts") { $0.conflicts },
        .flag("hasConflicts") { !$0.conflicts.isEmpty }, .list("bounds") { $0.bounds },
        .flag("hasBounds") { !$0.bounds.isEmpty },
    ]
}

extension WeighOutcome.Move: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("statistic") { $0.statistic }, .text("before") { $0.before }, .text("after") { $0.after },
        .optional("without") { $0.without },
    ]
}
