package import Archive
import Evidence
import Reasoning
import Rendering
package import Wording

/// What follows from a supposition for one knot. Texts are marked for pages.
package struct KnotOutcome {
    /// How many of all conflicts go and how many stay, of those that somebody asserts, and which are new; which, where they are few.
    package let summary: String
    /// How far each of its statistics can go now, and could before, a sentence each; that none can go further, if so.
    package let moves: [String]

    private static let mostNamed = 2

    /// `outcome` is that of all knots.
    package init(knot: Int, of base: Snapshot, to snapshot: Snapshot, _ outcome: Outcome, in language: Language) {
        let (words, weighing) = (language.words, base.weighing)
        let text = WeighingText(base, in: language, isMarked: true)
        let conflicts = base.conflicts.records.filter { !$0.isMixed }
        let left = conflicts.filter { snapshot.conflicts[$0.id]?.isMixed == false }
        let gone = conflicts.filter { snapshot.conflicts[$0.id]?.isMixed != false }
        let named = { (key: String, conflicts: [Conflict]) in
            let names = conflicts.map(text.title(of:)).joined(separator: "; ")
            let hasRoom = (1...KnotOutcome.mostNamed).contains(conflicts.count)
            return words.count(key, conflicts.count) + (hasRoom ? " (\(names))" : "")
        }
        let told = words.fill(
            gone.isEmpty ? "weighNoneGoes" : left.isEmpty ? "weighNoneStays" : "weighTold",
            ["going": named("weighGoing", gone), "staying": named("weighStaying", left)])
        summary = [told, outcome.told(in: language, of: snapshot)].compactMap { $0 }.joined(separator: " ")
        let own = weighing.statistics(ofKnot: knot)
        let near = outcome.moves.filter { own.contains($0.statistic.id) }
        let moves = (near.isEmpty ? outcome.moves : near).map { move in
            let told = words.fill(
                "weighMove",
                [
                    "statistic": move.statistic.title.marked(for: language), "after": move.after,
                    "before": move.before,
                ])
            return move.without.map { "\(told) \($0)" } ?? told
        }
        self.moves = moves.isEmpty ? [words["weighUnmoved"]] : moves
    }
}

extension Outcome {
    private static let mostNew = 3

    /// Which conflicts are new, as a sentence; nil where none is.
    package func told(in language: Language, of snapshot: Snapshot) -> String? {
        guard !newConflicts.isEmpty else { return nil }
        let text = WeighingText(snapshot, in: language, isMarked: true)
        let names =
            newConflicts.prefix(Outcome.mostNew).map(text.title(of:))
            + (newConflicts.count > Outcome.mostNew ? ["…"] : [])
        return language.words.fill("weighNewTold", ["conflicts": names.joined(separator: "; ")])
    }
}
