import Archive
import Checks
import Evidence
import Reasoning
import Rendering
import Templates
import Wording

/// What follows from a supposition: which conflicts and discrepancies go, which remain or are new, and how bounds move.
struct WeighOutcome {
    /// What is supposed, a phrase each.
    let supposed: [String]
    let summary: String
    let gone, new: [CheckRow]
    let hasGone, hasNew: Bool
    let conflicts: [ConflictRow]
    let hasConflicts: Bool
    let bounds: [Move]
    let hasBounds: Bool

    /// What the rest allowed a statistic to be, and allows now.
    struct Move {
        let statistic: LinkView
        let before, after: String
    }

    init(_ supposition: Supposition, from base: Snapshot, to snapshot: Snapshot, _ page: PageContext) {
        let (language, words) = (page.language, page.words)
        let figures = supposition.without.compactMap { base.claims[$0] }.map { claim in
            words.fill("weighGivenUp", ["figure": page.title(of: claim, in: base)])
        }
        let relation = { (key: String) in
            { (id: String) in base.checks[id].map { words.fill(key, ["relation": $0.relation.title.marked(for: language)]) } }
        }
        supposed =
            figures + supposition.without.compactMap(relation("weighDoubted"))
            + supposition.assume.compactMap(relation("weighAssumed"))
        let before = Set(base.conflicts.records.filter { !$0.isMixed }.map(\.id))
        let after = snapshot.conflicts.records.filter { !$0.isMixed }
        let remaining = after.count { before.contains($0.id) }
        summary = words.fill(
            "weighSummary",
            [
                "all": words.count("countConflicts", before.count), "gone": language.format(before.count - remaining),
                "left": language.format(after.count),
            ])
        let most = PageContext.mostRecords
        gone = base.discrepancies.records.lazy.filter { snapshot.discrepancies[$0.id] == nil }.prefix(most)
            .map { CheckRow($0, page) }
        new = snapshot.discrepancies.records.lazy.filter { base.discrepancies[$0.id] == nil }.prefix(most)
            .map { CheckRow($0, page) }
        (hasGone, hasNew) = (!gone.isEmpty, !new.isEmpty)
        conflicts = after.prefix(most).map { ConflictRow($0, in: snapshot, page) }
        hasConflicts = !conflicts.isEmpty
        bounds = Move.all(from: base, to: snapshot, page)
        hasBounds = !bounds.isEmpty
    }
}

extension WeighOutcome.Move {
    /// Returns the statistics of which the rest allows something else than before.
    fileprivate static func all(from base: Snapshot, to snapshot: Snapshot, _ page: PageContext) -> [Self] {
        let texts = [base, snapshot].map { WeighingText($0, in: page.language, isMarked: true) }
        let range = { (place: Int, snapshot: Snapshot, statistic: String) -> String in
            let weighing = snapshot.weighing
            let implied = weighing.network.node(of: statistic).flatMap { weighing.implied[$0] }
            return implied.flatMap { texts[place].range($0) } ?? page.words["weighUnlimited"]
        }
        return snapshot.statistics.records.lazy.compactMap { statistic -> Self? in
            let (before, after) = (range(0, base, statistic.id), range(1, snapshot, statistic.id))
            guard before != after else { return nil }
            let link = LinkView(
                statistic.title.marked(for: page.language), page.link("/statistics/\(statistic.id)"))
            return Self(statistic: link, before: before, after: after)
        }.prefix(PageContext.mostRecords).map { $0 }
    }
}

extension WeighOutcome: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("supposed") { $0.supposed }, .text("summary") { $0.summary }, .list("gone") { $0.gone },
        .flag("hasGone") { $0.hasGone }, .list("new") { $0.new }, .flag("hasNew") { $0.hasNew },
        .list("conflicts") { $0.conflicts }, .flag("hasConflicts") { $0.hasConflicts },
        .list("bounds") { $0.bounds }, .flag("hasBounds") { $0.hasBounds },
    ]
}

extension WeighOutcome.Move: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("statistic") { $0.statistic }, .text("before") { $0.before }, .text("after") { $0.after },
    ]
}
