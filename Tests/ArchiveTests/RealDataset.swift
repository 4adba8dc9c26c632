import Archive
import Foundation

/// The dataset that the repository ships.
enum RealDataset {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let resources = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources")
    static let directory = resources.appending(path: "datasets/lithuania-1944-1945").path

    static func load() throws(DatasetError) -> Snapshot { try Loader.load(directory: directory) }

    static func warnings() throws(DatasetError) -> ProblemList { try Loader.validate(directory: directory).warnings }
}
