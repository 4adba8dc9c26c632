import Archive
import ArgumentParser
import Foundations
import Loading
import Server

/// The dataset that a command works on.
struct DataOptions: ParsableArguments {
    @Option(as: "data", discussion: "Default: the dataset that comes with Akistata.")
    private var data = Setting<String?>("data", "The folder of a dataset")

    /// Loads the dataset. If it is invalid, prints all problems to standard error and exits with 1.
    func load() throws -> Snapshot {
        let directory = try directory()
        if let error = FileError(reading: directory, isFolder: true) {
            StandardStream.errors.print("akistata: no dataset in \(error)")
            throw ExitCode(1)
        }
        do {
            return try Snapshot.load(directory: directory)
        } catch {
            let count = error.count
            StandardStream.errors.print(
                "akistata: \(directory) is not a valid dataset: \(count) \(count == 1 ? "problem" : "problems")")
            for line in error.lines { StandardStream.errors.print("  \(line)") }
            throw ExitCode(1)
        }
    }

    /// Returns the given folder, or else that of the dataset installed with the program. Exits with 1 if there is none.
    func directory() throws -> String {
        if let directory = try data.value() ?? Resources.dataset { return directory }
        StandardStream.errors.print("akistata: no dataset next to the program; specify one with --data")
        throw ExitCode(1)
    }
}
