import Checks
package import Evidence

/// The kinds of values that have labels for people; each is a group in the files of words.
package enum LabelKind: Int, CaseIterable, Sendable {
    case verdict, reading, discrepancy, relation, rank, qualifier, independence, bond
    /// What a weighing says: the kind of a conflict, in how many choices a figure is, what a revision counts.
    case conflict, standing, revision
    /// A part of a place in a source, with `{n}` for its value; `locators` has those that read differently for several.
    case locator, locators
    /// The title of a problem, or of another response that is described, by the code of its status (RFC 9110).
    case status
    /// That something in a list has no such id, with `{id}` for it, by the name of the list.
    case unknown
    /// What is at a path of the API, by its pattern.
    case path
    /// What a parameter does, by its name, or by `tag-name` where another one has that name.
    case parameter
    /// What a field of responses says, by its name.
    case header
    /// The name of a part of the API, by its tag.
    case tag
    /// The name of a language, by its tag.
    case language
}

/// A value of the model that has a label for people; its raw value is for programs.
package protocol Labelled: RawRepresentable<String> {
    static var labels: LabelKind { get }
}

extension Labelled {
    /// The label for people.
    package var label: Phrase { .label(Self.labels, rawValue) }
}

extension Verdict: Labelled { package static var labels: LabelKind { .verdict } }

extension Reading.Label: Labelled { package static var labels: LabelKind { .reading } }

extension Discrepancy.Kind: Labelled { package static var labels: LabelKind { .discrepancy } }

extension Relation.Kind: Labelled { package static var labels: LabelKind { .relation } }

/// A reading whose figures have a single attribution is named after it.
extension Claim.Attribution: Labelled { package static var labels: LabelKind { .reading } }

extension Claim.Rank: Labelled { package static var labels: LabelKind { .rank } }

extension Qualifier: Labelled { package static var labels: LabelKind { .qualifier } }

extension Source.Independence: Labelled { package static var labels: LabelKind { .independence } }

extension Lineage.Bond: Labelled { package static var labels: LabelKind { .bond } }
