import ArgumentParser
import Evidence
import Loading
import Server
import Wording

/// The command `akistata validate`, which lists all problems and warnings, and exits with 1 if the dataset has any problem.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check whether a dataset can be served, all its versions, and list all problems if not.")

    @OptionGroup var data: DataOptions

    @Flag(help: "Take warnings for problems.")
    var strict = false

    func run() throws {
        let loaded = try data.validate(isStrict: strict, printsWarnings: true)
        tell(loaded)
        let identity = loaded.dataset.identity
        let named = Set(loaded.dataset.changes.map(\.version))
        try data.validateEarlier(isStrict: strict) { earlier in
            let other = earlier.dataset.identity
            guard other.id == identity.id, named.contains(other.version) else {
                let expected = other.id == identity.id ? "named in changes.json of \(identity.version)" : identity.id
                StandardStream.errors.print("akistata: \(other.id) \(other.version) is not \(expected)")
                throw ExitCode(1)
            }
            tell(earlier)
        }
    }

    private func tell(_ loaded: LoadedDataset) {
        let identity = loaded.dataset.identity
        let counts = loaded.counts.map { "\($1) \($0.key)" }.joined(separator: ", ")
        StandardStream.output.print("\(identity.id) \(identity.version) is valid: \(counts)")
    }
}
