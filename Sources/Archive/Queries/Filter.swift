/// A parameter that narrows a list.
package struct Filter: Hashable, Sendable {
    /// As it stands in a URL: `category`.
    package let name: String
    package let accepts: Accepted

    /// What a parameter can be.
    package enum Accepted: Hashable, Sendable {
        /// One of these words: ids, or the values of a closed vocabulary.
        case oneOf([String])
        /// `true` or `false`.
        case boolean
        /// An EDTF value; records match by overlap.
        case date
        /// A JSON numeral; records match by overlap of what their words allow.
        case number
        /// Words, in any of the languages; each must occur, the last at least as a beginning.
        case text
    }
}
