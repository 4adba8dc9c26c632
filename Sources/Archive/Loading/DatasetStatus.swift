import Foundations

/// Tells what stands in a dataset's folder from what stood there, without reading it.
package struct DatasetStatus: Hashable, Sendable {
    /// One for each name; nil where there is none.
    private let files: [FileStatus?]

    package init(of directory: String) {
        files = Loader.names.map { FileStatus(of: "\(directory)/\($0)") }
    }
}
