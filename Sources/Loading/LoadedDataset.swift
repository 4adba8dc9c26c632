package import Checks
package import Evidence
package import Foundations

/// A dataset without problems, with what its files say of its version.
package struct LoadedDataset: Sendable {
    package let dataset: Dataset
    /// The check of each relation, in their order.
    package let checks: [Check]
    /// What made the checks.
    package let checker: Checker
    /// The digest of the names and contents of all files.
    package let digest: Digest
    /// The time of the last change to the files or to links to them, in seconds since 1970; nil if they were not read from
    /// disk.
    package let modified: Int?
    /// What its author should look at although it can be served.
    package let warnings: ProblemList
}
