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
        /// What goes without a figure for what is allowed now, as a sentence; nil where all others keep theirs.
        package let without: String?
    }

    /// What is supposed, a phrase each.
    package let supposed: [String]
    package let summary: String
    /// The discrepancies that go, and those that are new.
    package let gone, new: [Discrepancy]
    /// What still cannot all be right, of what somebody asserts; and all of it that is new.
    package let conflicts, newConflicts: [Conflict]
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
        newConflicts = after.filter { !before.contains($0.id) }
        let texts = [base, snapshot].map { WeighingText($0, in: language, isMarked: true) }
        let implied = { (snapshot: Snapshot, statistic: String) -> Implied? in
            let weighing = snapshot.weighing
            return weighing.network.node(of: statistic).flatMap { weighing.implied[$0] }
        }
        let range = { (place: Int, implied: Implied?) -> String in
            implied.flatMap { texts[place].range($0) } ?? words["weighUnlimited"]
        }
        moves = Array(
            snapshot.statistics.records.lazy.compactMap { statistic -> Move? in
                let now = implied(snapshot, statistic.id)
                let (before, after) = (range(0, implied(base, statistic.id)), range(1, now))
                guard before != after else { return nil }
                return Move(
                    statistic: statistic, before: before, after: after, without: now.flatMap(texts[1].without))
            }.prefix(mostRecords))
    }
}
