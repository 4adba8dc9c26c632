import Foundations

/// One thing that is wrong in a file of words.
package struct WordsFault: Hashable, Sendable, CustomStringConvertible {
    /// `words/lt.json`
    package let file: String
    /// A JSON pointer (RFC 6901) into the file; empty for the whole of it.
    package let pointer: String
    package let expected: String
    package let found: String

    /// One line.
    package var description: String { "\(file)#\(pointer): expected \(expected), found \(found)".escapingControls }
}

/// Why there are no words.
package struct WordsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one.
    package let faults: [WordsFault]

    /// A line for each fault.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
