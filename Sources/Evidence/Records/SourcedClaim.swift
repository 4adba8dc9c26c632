/// What claims of figures and claims of dates have in common: a source says something, and somebody found it out first.
package protocol SourcedClaim: Sendable {
    /// A figure or a date; what is equal says the same.
    associatedtype Said: Hashable

    /// Among the ids of all claims, those of figures and those of dates, no other is the same.
    var id: String { get }
    /// The id of the source.
    var source: String { get }
    var attribution: Claim.Attribution { get }
    var rank: Claim.Rank { get }
    /// Who first counted or dated, as the dataset says: a source, or a term of the vocabulary `witnesses`; nil where it does
    /// not say.
    var namedWitness: String? { get }
    /// The id of the claim of the same statistic or event that this one corrects.
    var corrects: String? { get }
    var said: Said { get }
}

extension SourcedClaim {
    /// Who first counted or dated: who is named, or else the source.
    package var witness: String { namedWitness ?? source }

    /// The figures or dates among which it stands.
    package var strand: Strand { Strand(source: source, attribution: attribution) }
}

extension Array where Element: SourcedClaim {
    /// Returns the claims that are neither deprecated nor given up nor withdrawn by others of them.
    func standing(without withdrawals: [String: String]) -> [Element] {
        filter { $0.rank.takesPart && withdrawals[$0.id] == nil }
    }
}
