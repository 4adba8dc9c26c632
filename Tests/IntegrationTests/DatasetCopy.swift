import Foundation
import Testing

/// A copy of the small dataset of the tests, to be changed.
final class DatasetCopy {
    /// The id of the dataset that ships, which is what is served where nothing else is named.
    static let shippedID = "lithuania-1944-1945"
    static let shippedVersion = "1.1.0"

    /// Where the small dataset is.
    static let original = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Support/River")

    private let parent: TemporaryFolder
    let url: URL

    var path: String { url.path }

    /// A copy in `place` of a folder of its own.
    init(at place: String = "dataset") throws {
        parent = try TemporaryFolder()
        url = parent.url.appending(path: place)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: DatasetCopy.original, to: url)
    }

    /// A valid one with another id.
    static func renamed(_ id: String, at place: String = "dataset") throws -> DatasetCopy {
        let copy = try DatasetCopy(at: place)
        try copy.replace("\"id\": \"river-in-flood\"", with: "\"id\": \"\(id)\"", in: "dataset.json")
        return copy
    }

    /// Replaces the first place where `old` stands in a file; it must stand there.
    func replace(_ old: String, with new: String, in file: String) throws {
        let file = url.appending(path: file)
        var text = try String(contentsOf: file, encoding: .utf8)
        text.replaceSubrange(try #require(text.range(of: old)), with: new)
        try Data(text.utf8).write(to: file)
    }

    /// Gives it another version.
    func release(_ version: String) throws {
        for file in ["dataset.json", "changes.json"] {
            try replace("\"version\": \"1.0.0\"", with: "\"version\": \"\(version)\"", in: file)
        }
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(at: url.appending(path: file))
    }
}
