import Evidence
import Foundations

/// One thing that is wrong in a dataset's files.
package struct DatasetProblem: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The JSON Schema of the file refuses it too.
        case structure
        /// Beyond what a schema can say: no such day, no such id, figures that do not fit.
        case meaning
    }

    /// The name of the file in the dataset's folder.
    package let file: String
    /// A JSON pointer (RFC 6901) into the file; empty for the whole of it.
    package let pointer: String
    package let kind: Kind
    /// In English, without article at the start of a sentence: `a number or null`.
    package let expected: String
    /// In English, or the JSON that stands there.
    package let found: String
}

extension DatasetProblem: CustomStringConvertible {
    /// `statistics.json#/statistics/3/claims/0/value: expected a number or null, found "63,000"`. One line: what a
    /// file may hold that a terminal would obey is escaped.
    package var description: String {
        "\(file)#\(pointer): expected \(expected), found \(found)".escapingControls
    }
}

/// Why a dataset is not served: its problems, file by file, in the order of the files.
package struct DatasetError: Error, Hashable, Sendable {
    /// At least one, and at most 1,000: the first that were found.
    package let problems: [DatasetProblem]
    /// How many problems there are besides.
    package var more = 0

    /// How many problems there are.
    package var count: Int { problems.count + more }

    /// A line for each problem, and one that says how many there are besides.
    package var lines: [String] {
        problems.map(\.description) + (more > 0 ? ["and \(more.grouped) more"] : [])
    }
}

extension Int {
    /// With commas between thousands, as problems have it.
    var grouped: String { Number(Int64(self)).text(group: ",", point: ".") }
}

extension DatasetError: CustomStringConvertible {
    package var description: String { lines.joined(separator: "\n") }
}
