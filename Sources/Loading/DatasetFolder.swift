import Foundation
package import Foundations

/// The folder of a dataset: the files of one version, or a folder named for each version that was released.
///
/// The files beside the folders, where there are any, are the current version; otherwise the newest folder is.
package struct DatasetFolder {
    /// A version with the folder of its files.
    package struct Release: Sendable {
        package let version: Version
        package let path: String
    }

    /// The folder with the files of the current version.
    package let current: String
    /// The folders of versions, the newest first, without that of the current one.
    package let earlier: [Release]

    /// Looks at a folder. One without versions is taken to have the files itself.
    package init(_ directory: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        let hasFiles = names.contains(IdentityFile.name)
        var releases = names.compactMap { name -> Release? in
            guard let version = Version(name) else { return nil }
            let path = "\(directory)/\(name)"
            return FileStatus(of: "\(path)/\(IdentityFile.name)") == nil ? nil : Release(version: version, path: path)
        }
        releases.sort { $0.version > $1.version }
        current = hasFiles ? directory : releases.first?.path ?? directory
        earlier = hasFiles ? releases : Array(releases.dropFirst())
    }

    /// All folders with files.
    var all: [String] { [current] + earlier.map(\.path) }

    /// Returns the bytes of the files in a folder.
    package static func bytes(in path: String) -> Int {
        Loader.names.reduce(0) { $0 + (FileStatus(of: "\(path)/\($1)").map { Int(clamping: $0.size) } ?? 0) }
    }

    /// Returns the version for which a folder is named; nil if it is named for none.
    static func version(named path: String) -> Version? { path.split(separator: "/").last.flatMap { Version($0) } }
}
