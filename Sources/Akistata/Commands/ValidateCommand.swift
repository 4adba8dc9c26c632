import Archive
import ArgumentParser
import Evidence
import Server
import Wording

/// `akistata validate`: exits with 1 and a list of all problems if the dataset has any.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Tell whether a dataset can be served, and every problem if not.")

    @OptionGroup var data: DataOptions

    func run() throws {
        let snapshot = try data.load()
        let identity = snapshot.dataset.identity
        let counts = snapshot.counts.map { "\($1) \($0.key)" }.joined(separator: ", ")
        StandardStream.output.print("\(identity.id) \(identity.version) is valid: \(counts)")
    }
}
