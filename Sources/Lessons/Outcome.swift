package import Archive
package import Checks
package import Evidence
package import Reasoning
import Rendering
package import Wording

/// What follows from a supposition: which conflicts and checks go, which are new, and how bounds move. Texts are marked for pages.
package struct Outcome {
    /// What the rest allowed a statistic to be, and allows now.
    package struct Move {
        package let statistic: Statistic
        package let before, after: String
    }

    /// What is supposed, a phrase each.
    package let supposed: [String]
    package let summary: String
    /// The discrepancies that go, and those that are new.
    package let gone, new: [Discrepancy]
    /// What still cannot all be right, of what somebody asserts.
    package let conflicts: [Conflict]
    package let moves: [Move]

    /// `mostRecords` is how many records of a kind there is room for.
    package init(
        _ supposition: Supposition, from base: Snapshot, to snapshot: Snapshot, in language: Language,
        mostRecords: Int
    ) {
        let words = language.words
        supposed = supposition.phrases(in: base, language)
        let before = Set(base.conflicts.records.filter { !$0.isMixed }.map(\.id))
        let after = snapshot.conflicts.records.filter { !$0.isMixed }
        let left = after.count { before.contains($0.id) }
        summary = words.fill(
            left == after.count ? "weighSummary" : "weighSummaryNew",
            [
                "all": words.count("countConflicts", before.count), "gone": language.format(before.count - left),
                "left": language.format(left), "new": language.format(after.count - left),
            ])
        gone = Array(
            base.discrepancies.records.lazy.filter { snapshot.discrepancies[$0.id] == nil }.prefix(mostRecords))
        new = Array(
            snapshot.discrepancies.records.lazy.filter { base.discrepancies[$0.id] == nil }.prefix(mostRecords))
        conflicts = Array(after.prefix(mostRecords))
        let texts = [base, snapshot].map { WeighingText($0, in: language, isMarked: true) }
        let range = { (place: Int, snapshot: Snapshot, statistic: String) -> String in
            let weighing = snapshot.weighing
            let implied = weighing.network.node(of: statistic).flatMap { weighing.implied[$0] }
            return implied.flatMap { texts[place].range($0) } ?? words["weighUnlimited"]
        }
        moves = Array(
            snapshot.statistics.records.lazy.compactMap { statistic -> Move? in
                let (before, after) = (range(0, base, statistic.id), range(1, snapshot, statistic.id))
                return before == after ? nil : Move(statistic: statistic, before: before, after: after)
            }.prefix(mostRecords))
    }
}
