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
    /// The same in sentences: which go, stay and are new, where they are few.
    package let told: String
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
        let texts = [base, snapshot].map { WeighingText($0, in: language, isMarked: true) }
        let all = base.conflicts.records.filter { !$0.isMixed }
        let before = Set(all.map(\.id))
        let after = snapshot.conflicts.records.filter { !$0.isMixed }
        let remaining = all.filter { snapshot.conflicts[$0.id]?.isMixed == false }
        let left = remaining.count
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
        told = Outcome.sentences(
            going: all.filter { snapshot.conflicts[$0.id]?.isMixed != false }, staying: remaining, new: newConflicts,
            texts,
            words)
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

    private static let mostNamed = 2

    /// `texts` are of the snapshot without and with what is supposed.
    private static func sentences(
        going: [Conflict], staying: [Conflict], new: [Conflict], _ texts: [WeighingText], _ words: Words
    ) -> String {
        let names = { (conflicts: [Conflict], text: WeighingText) in
            conflicts.map(text.title(of:)).joined(separator: "; ")
        }
        let counted = { (key: String, conflicts: [Conflict]) in
            let hasRoom = (1...mostNamed).contains(conflicts.count)
            return words.count(key, conflicts.count) + (hasRoom ? " (\(names(conflicts, texts[0])))" : "")
        }
        let told = words.fill(
            going.isEmpty ? "weighNoneGoes" : staying.isEmpty ? "weighNoneStays" : "weighTold",
            ["going": counted("weighGoing", going), "staying": counted("weighStaying", staying)])
        guard !new.isEmpty else { return told }
        let more = new.count > mostNamed + 1 ? "; …" : ""
        let named = names(Array(new.prefix(mostNamed + 1)), texts[1]) + more
        return told + " " + words.fill("weighNewTold", ["conflicts": named])
    }
}
