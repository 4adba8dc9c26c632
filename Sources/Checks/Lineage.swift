package import Evidence

/// Which sources depend on one another, so that repetition is not mistaken for corroboration.
package struct Lineage: Sendable {
    /// The connection between two sources.
    package enum Bond: String, CaseIterable, Sendable {
        /// Both go back to one witness.
        case sameWitness = "same-witness"
        /// One of them takes its text or its figures from the other.
        case dependsOn = "depends-on"
        /// Both take their text or figures from a third.
        case commonOrigin = "common-origin"
        /// Both give the figure as official data: neither counted for itself.
        case officialData = "official-data"
        /// One of them takes its figures from elsewhere, but the origin was not seen.
        case unseenOrigin = "unseen-origin"

        /// Whether the two are certainly not independent witnesses; if false, this cannot be determined.
        package var isCertain: Bool { self != .unseenOrigin }
    }

    /// The sources that each source itself says it takes from. What those take from in turn is looked up on demand:
    /// storing it for all would need space for the square of the number of sources.
    private let parents: [String: [String]]
    private let ofUnseenOrigin: Set<String>

    package init(_ sources: [Source]) {
        parents = Dictionary(sources.map { ($0.id, $0.dependsOn) }) { first, _ in first }
        ofUnseenOrigin = Set(sources.filter { $0.takesFiguresFromElsewhere && $0.dependsOn.isEmpty }.map(\.id))
    }

    /// Returns the connection between two claims of different sources; nil if, as far as the dataset tells, the two
    /// are independent witnesses. A claim whose witness is named goes back to that one, whatever else its source takes from
    /// others.
    package func bond(_ claim: some SourcedClaim, _ other: some SourcedClaim) -> Bond? {
        let (one, two) = (claim.witness, other.witness)
        if one == two { return .sameWitness }
        let (mine, theirs) = (origins(of: one), origins(of: two))
        if mine.contains(two) || theirs.contains(one) { return .dependsOn }
        if !mine.isDisjoint(with: theirs) { return .commonOrigin }
        let areNamed = claim.namedWitness != nil && other.namedWitness != nil
        if !areNamed, claim.attribution == .officialData, other.attribution == .officialData { return .officialData }
        return ofUnseenOrigin.isDisjoint(with: mine.union(theirs)) ? nil : .unseenOrigin
    }

    /// Returns the source's own id, and the ids of all sources that it goes back to.
    private func origins(of source: String) -> Set<String> {
        var found: Set<String> = [source]
        var rest = [source]
        while let id = rest.popLast() { rest += (parents[id] ?? []).filter { found.insert($0).inserted } }
        return found
    }
}

extension Source {
    fileprivate var takesFiguresFromElsewhere: Bool {
        switch independence {
        case .parallel, .citing, .tertiary: true
        case .main, .independent, .primary: false
        }
    }
}
