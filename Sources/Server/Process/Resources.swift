package import Foundation
import Foundations

/// The files that come with the program.
package enum Resources {
    /// The name of the dataset that is served by default.
    private static let defaultDataset = "lithuania-1944-1945"

    /// The folder of the default dataset.
    package static var dataset: String? {
        place(of: "datasets/\(defaultDataset)/dataset.json")?.deletingLastPathComponent().path
    }

    /// The folder of the published JSON Schemas.
    package static var schemas: URL? { place(of: "schemas/dataset.json")?.deletingLastPathComponent() }

    /// The folder with everything that pages are made of.
    package static var web: URL? { place(of: "web/layout.mustache")?.deletingLastPathComponent() }

    /// The folder of what the program says, in each language.
    package static var words: URL? { place(of: "web/words/en.json")?.deletingLastPathComponent() }

    /// When the program, or a file that pages are made of, last changed, in seconds since 1970.
    package static var lastChange: Int? {
        let folders = [web, words].compactMap { $0?.path }
        let inside = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder))?.map { "\(folder)/\($0)" } ?? []
        }
        let files = inside + [Bundle.main.executablePath].compactMap { $0 }
        return files.compactMap(FileStatus.lastChange).max()
    }

    /// Finds one of these files from the program's own place, whatever the working folder: beside the program,
    /// installed under `share/akistata`, or in the source tree above a build folder.
    private static func place(of path: String) -> URL? {
        guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
        var folder = program.deletingLastPathComponent()
        // A build folder is four levels deep; a few more do no harm.
        for _ in 0..<8 {
            for share in ["Resources", "share/akistata"] {
                let candidate = folder.appending(path: "\(share)/\(path)")
                if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
