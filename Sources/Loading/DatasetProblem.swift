import Evidence
package import Foundations

/// A single problem in the files of a dataset, or a warning.
package struct DatasetProblem: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The JSON Schema of the file rejects it too.
        case structure
        /// It is beyond what a schema can express: a day or an id that does not exist, or figures that do not fit.
        case meaning
        /// The dataset can be served with it, but says less, or something else, than its author may think.
        case warning
    }

    /// The name of the file in the dataset's folder.
    package let file: String
    /// A JSON Pointer (RFC 6901) into the file; empty for the whole file.
    package let pointer: String
    package let kind: Kind
    /// What was expected, in English, such as `a number or null`.
    package let expected: String
    /// What was found: the JSON of the value if it is short, otherwise a description in English.
    package let found: String
    /// Whether the name of the member is wrong, and not its value.
    package internal(set) var isOfName = false
    /// Where in the file it is, if that was looked up.
    package internal(set) var position: TextPosition?

    /// Returns a problem of what `dataset.json` says of the dataset.
    package static func ofIdentity(_ pointer: String, expected: String, found: String) -> DatasetProblem {
        DatasetProblem(
            file: IdentityFile.name, pointer: pointer, kind: .meaning, expected: expected, found: found)
    }
}

extension DatasetProblem: CustomStringConvertible {
    /// The problem on one line, with characters that a terminal would act on escaped. For example:
    ///
    ///     statistics.json:41:22 #/statistics/3/claims/0/value: expected a number or null, found "63,000"
    package var description: String {
        let place = position.map { ":\($0.line):\($0.column) " } ?? ""
        return "\(file)\(place)#\(pointer): \(message)".escapingControls
    }

    /// What is wrong, without where.
    package var message: String { "expected \(expected), found \(found)" }
}

/// Why a dataset is not served: its problems, and its warnings beside them, in the order of the files.
package struct DatasetError: Error, Hashable, Sendable {
    /// The problems; at least one.
    package let list: ProblemList
    package let warnings: ProblemList

    package init(_ list: ProblemList, warnings: ProblemList = ProblemList()) {
        self.list = list
        self.warnings = warnings
    }

    /// The first problems found, from 1 to 1,000.
    package var problems: [DatasetProblem] { list.problems }

    /// The number of all problems.
    package var count: Int { list.count }

    /// One line per problem, and a last one with the number of further problems, if any.
    package var lines: [String] { list.lines }
}

extension Int {
    /// The number with commas between thousands, as in the messages of problems.
    var grouped: String { Number(Int64(self)).text(group: ",", point: ".") }
}

extension DatasetError: CustomStringConvertible {
    package var description: String { lines.joined(separator: "\n") }
}
