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

    /// Reads the dataset with its warnings, which `isStrict` takes for problems and `printsWarnings` prints. If it is
    /// invalid, prints all problems to standard error and exits with 1.
    func validate(isStrict: Bool = false, printsWarnings: Bool = false) throws -> LoadedDataset {
        try validate(directory(), isStrict: isStrict, printsWarnings: printsWarnings)
    }

    /// Reads the versions besides the current one that the folder has, the newest first, and calls `found` with each. Exits as
    /// ``validate(isStrict:printsWarnings:)`` does.
    func validateEarlier(isStrict: Bool, _ found: (LoadedDataset) throws -> Void) throws {
        for release in DatasetFolder(try directory()).earlier {
            try found(validate(release.path, isStrict: isStrict, printsWarnings: true))
        }
    }

    private func validate(_ directory: String, isStrict: Bool, printsWarnings: Bool) throws -> LoadedDataset {
        if let error = FileError(reading: directory, isFolder: true) {
            StandardStream.errors.print("akistata: no dataset in \(error)")
            throw ExitCode(1)
        }
        do throws(DatasetError) {
            let loaded = try Loader.load(directory: directory)
            if isStrict, loaded.warnings.count > 0 { throw DatasetError(loaded.warnings) }
            if printsWarnings { print(loaded.warnings, of: directory) }
            return loaded
        } catch {
            let count = error.count
            StandardStream.errors.print(
                "akistata: \(directory) is not a valid dataset: \(count) \(count == 1 ? "problem" : "problems")")
            for line in error.lines { StandardStream.errors.print("  \(line)") }
            if printsWarnings { print(error.warnings, of: directory) }
            throw ExitCode(1)
        }
    }

    /// Returns how many warnings there are, in words.
    static func warnings(_ warnings: ProblemList) -> String {
        warnings.count == 1 ? "the dataset has 1 warning" : "the dataset has \(warnings.count) warnings"
    }

    private func print(_ warnings: ProblemList, of directory: String) {
        guard warnings.count > 0 else { return }
        StandardStream.errors.print("akistata: \(directory): \(DataOptions.warnings(warnings))")
        for line in warnings.lines { StandardStream.errors.print("  \(line)") }
    }

    /// Returns the given folder, or else that of the dataset installed with the program. Exits with 1 if there is none.
    func directory() throws -> String {
        if let directory = try data.value() ?? Resources.dataset { return directory }
        StandardStream.errors.print("akistata: no dataset next to the program; specify one with --data")
        throw ExitCode(1)
    }
}
