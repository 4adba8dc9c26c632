import Foundations
package import Loading

/// A version of the dataset that is kept beside the current one, and loaded when it is asked for.
package struct KeptVersion: Sendable {
    package let version: String
    /// The bytes of its files, to which the memory that it takes is in proportion.
    package let bytes: Int
    /// Loads it; nil if its files have problems.
    package let load: @Sendable () -> Snapshot?

    /// Creates a version that `load` loads.
    package init(_ version: String, bytes: Int, load: @escaping @Sendable () -> Snapshot?) {
        self.version = version
        self.bytes = bytes
        self.load = load
    }

    /// Returns the versions in a dataset's folder besides the current one, the newest first. `failed` is called on the thread
    /// that loads one, if its files have problems.
    package static func all(
        in directory: String, failed: @escaping @Sendable (_ version: String, DatasetError) -> Void
    ) -> [KeptVersion] {
        DatasetFolder(directory).earlier.map { release in
            KeptVersion(release.version.text, bytes: DatasetFolder.bytes(in: release.path)) {
                do throws(DatasetError) {
                    return try Snapshot.load(directory: release.path)
                } catch {
                    failed(release.version.text, error)
                    return nil
                }
            }
        }
    }
}
