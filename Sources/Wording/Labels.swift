package import Evidence

/// Values of the model that people call by a label: groups of the files of words.
package enum LabelKind: Int, CaseIterable, Sendable {
    case verdict, reading, discrepancy, relation, rank, qualifier, independence, bond
}

/// A value of the model that people call by a label; the raw value is for programs.
package protocol Labelled: RawRepresentable<String> {
    static var labels: LabelKind { get }
}

extension Labelled {
    /// For people.
    package var label: Phrase { .label(Self.labels, rawValue) }
}

extension Verdict: Labelled { package static var labels: LabelKind { .verdict } }

extension Reading.Label: Labelled { package static var labels: LabelKind { .reading } }

extension Discrepancy.Kind: Labelled { package static var labels: LabelKind { .discrepancy } }

extension Relation.Kind: Labelled { package static var labels: LabelKind { .relation } }

/// A reading that speaks with one attribution is called by it.
extension Claim.Attribution: Labelled { package static var labels: LabelKind { .reading } }

extension Claim.Rank: Labelled { package static var labels: LabelKind { .rank } }

extension Qualifier: Labelled { package static var labels: LabelKind { .qualifier } }

extension Source.Independence: Labelled { package static var labels: LabelKind { .independence } }

extension Lineage.Bond: Labelled { package static var labels: LabelKind { .bond } }
