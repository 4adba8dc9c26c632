import ArgumentParser
import Evidence
import Loading
import Server
import Wording

/// The command `akistata validate`, which lists all problems and warnings, and exits with 1 if the dataset has any problem.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check whether a dataset can be served, all its versions, and list all problems if not.",
        discussion: """
            Exits with 0 if it can be served, with 1 if it has problems, and with 64 if the command is not understood.

            Example: akistata validate --data path/to/dataset --format github
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "For people, for programs, for the lines of a change on GitHub, or as SARIF 2.1.0.")
    var format = ProblemReport.Format.text

    @Flag(help: "Take warnings for problems.")
    var strict = false

    func run() throws {
        let directory = try data.directory()
        var outcomes = [ProblemReport.Outcome(reading: directory, isStrict: strict)]
        if let current = outcomes[0].loaded?.dataset {
            for release in DatasetFolder(directory).earlier {
                let outcome = ProblemReport.Outcome(reading: release.path, isStrict: strict)
                outcomes.append(outcome.asEarlier(than: current))
            }
        }
        switch format {
        case .text: outcomes.map(\.placed).forEach(tell)
        case .json: try ReportOptions.print(ProblemReport(outcomes).json)
        case .github: try ReportOptions.print(Array(ProblemReport(outcomes).github.utf8))
        case .sarif: try ReportOptions.print(ProblemReport(outcomes).sarif(version: ProgramVersion.text))
        }
        guard outcomes.allSatisfy(\.isValid) else { throw ExitCode(1) }
    }

    private func tell(_ outcome: ProblemReport.Outcome) {
        if outcome.isValid, let loaded = outcome.loaded {
            let identity = loaded.dataset.identity
            let counts = loaded.counts.map { "\($1) \($0.key)" }.joined(separator: ", ")
            StandardStream.output.print("\(identity.id) \(identity.version) is valid: \(counts)")
        }
        outcome.printProblems()
    }
}

extension ProblemReport.Format: ExpressibleByArgument {}
