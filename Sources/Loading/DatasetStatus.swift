import Foundations

/// A fingerprint of the files in a dataset's folder, of all its versions, taken without reading them.
package struct DatasetStatus: Hashable, Sendable {
    /// The status of each file by its path.
    private let files: [String: FileStatus]

    package init(of directory: String) {
        let paths = DatasetFolder(directory).all.flatMap { folder in Loader.names.map { "\(folder)/\($0)" } }
        files = Dictionary(uniqueKeysWithValues: paths.compactMap { path in FileStatus(of: path).map { (path, $0) } })
    }
}
