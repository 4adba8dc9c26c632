import Evidence
package import Loading

extension Snapshot {
    /// Loads the dataset in a folder, or throws all problems in its files.
    ///
    /// Events equal to those in `previous` share their memory.
    package static func load(
        directory: String, sharing previous: Snapshot? = nil
    ) throws(DatasetError) -> Snapshot {
        Snapshot(try Loader.load(directory: directory) { previous?.events[$0] })
    }

    /// Loads the files whose contents `contents` returns by name, decoding the events in batches of `batch` bytes.
    package static func load(
        batch: Int? = nil, contents: @escaping (String) throws -> [UInt8]
    ) throws(DatasetError) -> Snapshot {
        Snapshot(try Loader.load(batch: batch, contents: contents))
    }

    /// Makes a snapshot of what was loaded; its warnings are not part of it.
    package convenience init(_ loaded: LoadedDataset) {
        self.init(loaded.dataset, (loaded.checker, loaded.checks), digest: loaded.digest, modified: loaded.modified)
    }
}
