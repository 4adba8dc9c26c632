import Archive
import ArgumentParser
import Foundations
import Loading
import Server

/// The dataset that a command works on.
struct DataOptions: ParsableArguments {
    @Option(as: "data", discussion: "Default: the dataset that comes with Akistata.")
    private var data = Setting<String?>("data", "The folder of a dataset")

    /// Loads the dataset and prints the number of its warnings to standard error, if it has any. If it is invalid, prints
    /// all problems there and exits with 1.
    func load() throws -> Snapshot {
        let (snapshot, warnings) = try read()
        if warnings.count > 0 {
            StandardStream.errors.print("akistata: \(DataOptions.warnings(warnings)); akistata validate lists them")
        }
        return snapshot
    }

    /// Loads the dataset, and returns its warnings. If it is invalid, prints all problems to standard error and exits
    /// with 1.
    func read() throws -> (snapshot: Snapshot, warnings: ProblemList) {
        let loaded = try validate()
        return (Snapshot(loaded), loaded.warnings)
    }

    /// Reads the dataset. If it is invalid, prints all problems to standard error and exits with 1.
    private func validate() throws -> LoadedDataset {
        let outcome = ProblemReport.Outcome(reading: try directory(), isStrict: false)
        guard let loaded = outcome.loaded else {
            outcome.placed.printProblems()
            throw ExitCode(1)
        }
        return loaded
    }

    /// Returns how many warnings there are, in words.
    static func warnings(_ warnings: ProblemList) -> String {
        warnings.count == 1 ? "the dataset has 1 warning" : "the dataset has \(warnings.count) warnings"
    }

    /// Returns the given folder, or else that of the dataset installed with the program. Exits with 1 if there is none.
    func directory() throws -> String {
        guard let directory = try data.value() ?? Resources.dataset else {
            StandardStream.errors.print("akistata: no dataset next to the program; specify one with --data")
            throw ExitCode(1)
        }
        if let error = FileError(reading: directory, isFolder: true) {
            StandardStream.errors.print("akistata: no dataset in \(error)")
            throw ExitCode(1)
        }
        return directory
    }
}

extension ProblemReport.Outcome {
    /// Prints the problems and then the warnings to standard error.
    func printProblems() {
        if problems.count > 0 {
            let count = "\(problems.count) \(problems.count == 1 ? "problem" : "problems")"
            StandardStream.errors.print("akistata: \(folder) is not a valid dataset: \(count)")
            for line in problems.lines { StandardStream.errors.print("  \(line)") }
        }
        if warnings.count > 0 {
            StandardStream.errors.print("akistata: \(folder): \(DataOptions.warnings(warnings))")
            for line in warnings.lines { StandardStream.errors.print("  \(line)") }
        }
    }
}
