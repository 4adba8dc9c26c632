package import Archive
import Checks
import Evidence
package import Wording

extension Supposition {
    /// Returns what is supposed, a phrase each, marked for pages. `base` is the snapshot that has all of it.
    package func phrases(in base: Snapshot, _ language: Language) -> [String] {
        let words = language.words
        let figures = without.compactMap { base.claims[$0] }.map { claim in
            let title = base.statistics[claim.statistic]?.title.marked(for: language) ?? claim.statistic
            return words.fill("weighGivenUp", ["figure": "\(title): \(claim.quantity.text(in: language))"])
        }
        let relation = { (key: String) in
            { (id: String) in
                base.checks[id].map { words.fill(key, ["relation": $0.relation.title.marked(for: language)]) }
            }
        }
        return figures + without.compactMap(relation("weighDoubted")) + assume.compactMap(relation("weighAssumed"))
    }
}
