package import Archive
import Evidence
package import Wording

/// How the bounds of one knot move. Texts are marked for pages.
package struct KnotOutcome {
    /// How far each of its statistics can go now, and could before, a sentence each; of others, where none of its own moves; that
    /// none does, if so.
    package let moves: [String]

    /// `outcome` is that of all knots.
    package init(knot: Int, of base: Snapshot, _ outcome: Outcome, in language: Language) {
        let words = language.words
        let own = base.weighing.statistics(ofKnot: knot)
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
