import Foundation

/// The files that come with the program.
enum Resources {
    /// The name of the dataset that is served unless told otherwise.
    private static let defaultDataset = "lithuania-1944-1945"

    /// The folder of the default dataset, found from the program's own place and not from the working folder: beside it,
    /// installed under `share/akistata`, or in the source tree above a build folder.
    static var dataset: String? {
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
        var folder = program.deletingLastPathComponent()
        // A build folder is four levels deep; a few more do no harm.
        for _ in 0..<8 {
            for place in ["Resources", "share/akistata"] {
                let candidate = folder.appending(path: "\(place)/datasets/\(defaultDataset)")
                if FileManager.default.fileExists(atPath: candidate.appending(path: "dataset.json").path) {
                    return candidate.path
                }
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
