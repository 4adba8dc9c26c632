import Archive
import ArgumentParser
import Foundation

/// Which dataset a command works on.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of a dataset (AKISTATA_DATA).", discussion: "Default: the dataset that comes with Akistata."))
    var data: String?

    /// The dataset's snapshot. Prints every problem of a broken one to standard error and exits with 1.
    func load() throws -> Snapshot {
        let directory = try directory()
        do {
            return try Loader.load(directory: directory)
        } catch {
            let count = error.count
            StandardError.print("akistata: \(directory) is no dataset: \(count) \(count == 1 ? "problem" : "problems")")
            for line in error.lines { StandardError.print("  \(line)") }
            throw ExitCode(1)
        }
    }

    func directory() throws -> String {
        if let directory = try data ?? Environment.value("data") { return directory }
        guard let directory = Resources.dataset else {
            StandardError.print("akistata: no dataset beside the program; name its folder with --data")
            throw ExitCode(1)
        }
        return directory
    }
}
