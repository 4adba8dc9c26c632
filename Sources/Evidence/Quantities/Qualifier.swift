/// How a source qualifies a figure in words.
package enum Qualifier: String, CaseIterable, Sendable {
    /// No qualifying word: read as rounded as far as its trailing zeros say.
    case stated
    /// "About", "some", "around".
    case about
    case moreThan = "more-than"
    case lessThan = "less-than"
    case atLeast = "at-least"
    case atMost = "at-most"
    /// A range, with both its ends; such a claim has no value.
    case between
    /// The source says that the figure is not known; such a claim has no value.
    case unknown
}
