import ArgumentParser

/// The command: `akistata serve`, `validate`, `check`, `export`.
@main
struct Akistata: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "akistata",
        abstract: "Brings sources that contradict each other face to face: contested historical figures over HTTP.",
        version: version,
        subcommands: [
            ServeCommand.self, ValidateCommand.self, CheckCommand.self, ExportCommand.self, HealthCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    /// Of the program, not of a dataset.
    static let version = "0.1.0"
}
