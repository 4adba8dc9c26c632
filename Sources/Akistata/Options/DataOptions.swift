import Archive
import ArgumentParser
import Foundations

/// Which dataset a command works on.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of a dataset (AKISTATA_DATA).", discussion: "Default: the dataset that comes with Akistata."))
    var data: String?

    /// The dataset's snapshot. Prints every problem of a broken one to standard error and exits with 1.
    func load() throws -> Snapshot {
        let directory = try directory()
        if let error = FileError(reading: directory, isFolder: true) {
            StandardStream.errors.print("akistata: no dataset in \(error)")
            throw ExitCode(1)
        }
        do {
            return try Loader.load(directory: directory)
        } catch {
            let count = error.count
            StandardStream.errors.print(
                "akistata: \(directory) is no dataset: \(count) \(count == 1 ? "problem" : "problems")")
            for line in error.lines { StandardStream.errors.print("  \(line)") }
            throw ExitCode(1)
        }
    }

    func directory() throws -> String {
        if let directory = try data ?? Environment.value("data") { return directory }
        guard let directory = Resources.dataset else {
            StandardStream.errors.print("akistata: no dataset beside the program; name its folder with --data")
            throw ExitCode(1)
        }
        return directory
    }
}
