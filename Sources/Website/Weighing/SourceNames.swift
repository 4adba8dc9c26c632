import Archive
import Evidence
import Wording

/// What the sources of several figures are called beside them: as briefly as tells them apart. Names are marked for pages.
struct SourceNames {
    private let names: [String: String]

    /// Creates the names of the sources with these ids.
    init(_ ids: [String], in snapshot: Snapshot, _ language: Language) {
        let sources = Set(ids).compactMap { snapshot.sources[$0] }
        let counts = Dictionary(grouping: sources) { $0.shortName(in: language) }.mapValues(\.count)
        names = Dictionary(
            sources.map { source in
                let isAlone = counts[source.shortName(in: language)] == 1
                let brief = isAlone ? source.firstAuthor.map { source.marked($0, for: language) } : nil
                return (source.id, brief ?? source.markedName(in: language))
            }
        ) { first, _ in first }
    }

    /// Returns who states a claim, with whose it is where it is not the source's own.
    func name(of claim: Claim, in language: Language) -> String {
        let source = names[claim.source] ?? claim.source
        return claim.attribution == .main ? source : "\(source), \(claim.attribution.label[language])"
    }
}
