import Archive
import Foundation
import Loading

/// The dataset that the repository ships.
enum RealDataset {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let resources = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources")
    static let directory = resources.appending(path: "datasets/lithuania-1944-1945").path

    static func load() throws(DatasetError) -> Snapshot { try Snapshot.load(directory: directory) }
}
