import Foundation
import Foundations

/// A fault in a file of words.
package struct WordsFault: Hashable, Sendable, CustomStringConvertible {
    /// The file, such as `words/lt.json`.
    package let file: String
    /// A JSON pointer (RFC 6901) to the fault in the file; empty for the file as a whole.
    package let pointer: String
    package let expected: String
    package let found: String

    init(file: String, pointer: String, expected: String, found: String) {
        self.file = file
        self.pointer = pointer
        self.expected = expected
        self.found = found
    }

    /// Creates the fault of a folder that has no files of words.
    init(_ folder: URL) {
        self.init(file: folder.path, pointer: "", expected: "files of words such as pl.json", found: "none")
    }

    /// The fault as one line.
    package var description: String { "\(file)#\(pointer): expected \(expected), found \(found)".escapingControls }
}

/// The reason why words could not be loaded.
package struct WordsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The faults; at least one.
    package let faults: [WordsFault]

    /// The faults, one per line.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
