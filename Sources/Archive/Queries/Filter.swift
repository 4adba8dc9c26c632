/// A parameter that narrows a list.
package struct Filter: Hashable, Sendable {
    /// The name of the URL parameter, such as `category`.
    package let name: String
    package let accepts: Accepted

    /// What the values of a parameter may be.
    package enum Accepted: Hashable, Sendable {
        /// One of these words, which are ids or the values of a closed vocabulary.
        case oneOf([String])
        /// `true` or `false`.
        case boolean
        /// An EDTF date or interval; records match if they overlap it.
        case date
        /// A JSON number; records match if the interval of their figure overlaps.
        case number
        /// Words in any of the languages. Each must occur, the last at least as the start of a word.
        case text
    }
}
