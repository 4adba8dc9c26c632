package import Foundation
import Foundations

/// The files installed with the program.
package enum Resources {
    /// The name of the dataset served by default.
    private static let defaultDataset = "lithuania-1944-1945"

    /// The folder of the default dataset.
    package static var dataset: String? {
        place(of: "datasets/\(defaultDataset)/dataset.json")?.deletingLastPathComponent().path
    }

    /// The folder of the published JSON Schemas.
    package static var schemas: URL? { place(of: "schemas/dataset.json")?.deletingLastPathComponent() }

    /// The folder of everything that web pages are made from.
    package static var web: URL? { place(of: "web/layout.mustache")?.deletingLastPathComponent() }

    /// The folder of the program's texts in each language.
    package static var words: URL? { place(of: "web/words/en.json")?.deletingLastPathComponent() }

    /// The time of the last change to the program or to a file that web pages are made from, in seconds since 1970.
    package static var lastChange: Int? {
        let folders = [web, words].compactMap { $0?.path }
        let inside = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder))?.map { "\(folder)/\($0)" } ?? []
        }
        let files = inside + [Bundle.main.executablePath].compactMap { $0 }
        return files.compactMap(FileStatus.lastChange).max()
    }

    /// Finds a file relative to the program, whatever the working directory: next to it, installed under
    /// `share/akistata`, or in the source tree above a build folder.
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
