/// Which sources hang together, so that a repetition is not taken for corroboration.
package struct Lineage: Sendable {
    /// What joins two sources.
    package enum Bond: String, CaseIterable, Sendable {
        /// One of them takes its text or its figures from the other.
        case dependsOn = "depends-on"
        /// Both take them from a third.
        case commonOrigin = "common-origin"
        /// Both give the figure as official data: neither counted for itself.
        case officialData = "official-data"
        /// One of them takes its figures from elsewhere, and from where was not seen.
        case unseenOrigin = "unseen-origin"

        /// Whether the two are surely no two witnesses; otherwise it cannot be told.
        package var isCertain: Bool { self != .unseenOrigin }
    }

    /// Each source's own id, and those that it goes back to.
    private let origins: [String: Set<String>]
    private let ofUnseenOrigin: Set<String>

    package init(_ sources: [Source]) {
        let parents = Dictionary(sources.map { ($0.id, $0.dependsOn) }) { first, _ in first }
        origins = parents.mapValues { _ in [] }.reduce(into: [:]) { origins, source in
            var found: Set<String> = [source.key]
            var rest = [source.key]
            while let id = rest.popLast() { rest += (parents[id] ?? []).filter { found.insert($0).inserted } }
            origins[source.key] = found
        }
        ofUnseenOrigin = Set(sources.filter { $0.takesFiguresFromElsewhere && $0.dependsOn.isEmpty }.map(\.id))
    }

    /// What joins two claims of different sources; nil for two witnesses that know nothing of each other, as far as the
    /// dataset tells.
    package func bond(_ claim: Claim, _ other: Claim) -> Bond? {
        let (mine, theirs) = (origins[claim.source] ?? [], origins[other.source] ?? [])
        if mine.contains(other.source) || theirs.contains(claim.source) { return .dependsOn }
        if !mine.isDisjoint(with: theirs) { return .commonOrigin }
        if claim.attribution == .officialData, other.attribution == .officialData { return .officialData }
        return ofUnseenOrigin.isDisjoint(with: mine.union(theirs)) ? nil : .unseenOrigin
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
