import Foundations

/// A fingerprint of the files in a dataset's folder, taken without reading them.
package struct DatasetStatus: Hashable, Sendable {
    /// The status of each file by its name; nil if it does not exist.
    private let files: [FileStatus?]

    package init(of directory: String) {
        files = Loader.names.map { FileStatus(of: "\(directory)/\($0)") }
    }
}
