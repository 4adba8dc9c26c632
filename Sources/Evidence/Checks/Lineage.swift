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

    /// What each source says that it takes from others. What those take is asked for when it is wanted: all of it would
    /// be as much as there are sources, times as many.
    private let parents: [String: [String]]
    private let ofUnseenOrigin: Set<String>

    package init(_ sources: [Source]) {
        parents = Dictionary(sources.map { ($0.id, $0.dependsOn) }) { first, _ in first }
        ofUnseenOrigin = Set(sources.filter { $0.takesFiguresFromElsewhere && $0.dependsOn.isEmpty }.map(\.id))
    }

    /// What joins two claims of different sources; nil for two witnesses that know nothing of each other, as far as the
    /// dataset tells.
    package func bond(_ claim: Claim, _ other: Claim) -> Bond? {
        let (mine, theirs) = (origins(of: claim.source), origins(of: other.source))
        if mine.contains(other.source) || theirs.contains(claim.source) { return .dependsOn }
        if !mine.isDisjoint(with: theirs) { return .commonOrigin }
        if claim.attribution == .officialData, other.attribution == .officialData { return .officialData }
        return ofUnseenOrigin.isDisjoint(with: mine.union(theirs)) ? nil : .unseenOrigin
    }

    /// The source's own id, and those that it goes back to.
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
