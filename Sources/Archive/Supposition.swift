import Checks
import Evidence
import Foundations

/// What a reader gives up, and takes as if it held, to see what follows.
package struct Supposition: Hashable, Sendable {
    /// The ids of claims that are given up and of relations that are doubted, ascending.
    package let without: [String]
    /// The ids of relations marked as not comparable that are taken as if they held, ascending.
    package let assume: [String]

    /// Creates it; nil if nothing is supposed.
    package init?(without: some Sequence<String>, assume: some Sequence<String>) {
        self.without = Set(without).sorted()
        self.assume = Set(assume).sorted()
        guard !self.without.isEmpty || !self.assume.isEmpty else { return nil }
    }

    /// The parameters that say it, by their names.
    package var query: [(name: String, value: String)] {
        without.map { (Supposition.withoutName, $0) } + assume.map { (Supposition.assumeName, $0) }
    }

    /// The query that says it, with the question mark. Ids contain nothing that would need to be encoded.
    package var text: String { "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }

    /// The names of the parameters.
    package static let (withoutName, assumeName) = ("without", "assume")

    /// Whether the dataset has all of it.
    package func isKnown(in snapshot: Snapshot) -> Bool {
        without.allSatisfy { snapshot.claims[$0] != nil || snapshot.checks[$0] != nil }
            && assume.allSatisfy { snapshot.checks[$0]?.relation.comparability != nil }
    }
}

extension Snapshot {
    /// The query that says what is supposed; empty if nothing is.
    package var supposed: String { supposition?.text ?? "" }

    /// Returns the snapshot as if: claims that are given up have that rank, relations that are doubted are not there, and those
    /// that are assumed have no mark.
    package func supposing(_ supposition: Supposition) -> Snapshot {
        let (without, assume) = (Set(supposition.without), Set(supposition.assume))
        let statistics = dataset.statistics.map { statistic in
            statistic.claims.contains { without.contains($0.id) } ? statistic.givingUp(without) : statistic
        }
        let relations = dataset.relations.filter { !without.contains($0.id) }.map { relation in
            assume.contains(relation.id) ? relation.comparable : relation
        }
        var digest = Digest()
        digest.add(self.digest)
        for id in supposition.without { digest.add(id) }
        digest.add("")
        for id in supposition.assume { digest.add(id) }
        return Snapshot(
            Dataset(
                identity: dataset.identity, sources: dataset.sources, events: dataset.events, statistics: statistics,
                relations: relations, changes: dataset.changes, lessons: dataset.lessons),
            digest: digest, modified: modified, supposing: supposition, of: dataset.relations)
    }
}

extension Statistic {
    fileprivate func givingUp(_ ids: Set<String>) -> Statistic {
        Statistic(
            id: id, title: title, measure: measure, population: population, unit: unit, period: period, note: note,
            citations: citations, claims: claims.map { ids.contains($0.id) ? $0.givenUp : $0 })
    }
}

extension Claim {
    fileprivate var givenUp: Claim {
        Claim(
            id: id, statistic: statistic, source: source, quantity: quantity, printed: printed, scale: scale,
            attribution: attribution, rank: .givenUp, locator: locator, note: note, paraphrase: paraphrase,
            quotation: quotation, witness: namedWitness, corrects: corrects)
    }
}

extension Relation {
    fileprivate var comparable: Relation {
        Relation(
            id: id, title: title, explanation: explanation, question: question, constraint: constraint,
            comparability: nil, isDisjoint: isDisjoint, citations: citations)
    }
}
