import ArgumentParser
import Evidence
import Loading
import Server
import Wording

/// The command `akistata validate`, which lists all problems and warnings, and exits with 1 if the dataset has any problem.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check whether a dataset can be served, and list all problems if not.")

    @OptionGroup var data: DataOptions

    @Flag(help: "Take warnings for problems.")
    var strict = false

    func run() throws {
        let loaded = try data.validate(isStrict: strict, printsWarnings: true)
        let identity = loaded.dataset.identity
        let counts = loaded.counts.map { "\($1) \($0.key)" }.joined(separator: ", ")
        StandardStream.output.print("\(identity.id) \(identity.version) is valid: \(counts)")
    }
}
