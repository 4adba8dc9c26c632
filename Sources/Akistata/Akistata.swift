import Archive
import ArgumentParser
import Foundation
import Server

/// The command: `akistata serve`, `validate`, `check`, `export`, `health`.
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

    /// Runs the command, and ends with its exit code. Instead of the parser's own, which writes by `print`.
    static func main() {
        StandardStream.prepare()
        do {
            var command = try parse(Array(CommandLine.arguments.dropFirst()))
            // Whoever serves has a log for this.
            if !(command is ServeCommand) {
                for warning in ServeCommand.warnings { StandardStream.errors.print("akistata: \(warning)") }
            }
            try command.run()
        } catch {
            // A setting with a wrong value is a wrong call, wherever it was said.
            let error = (error as? SettingError).map { ValidationError($0.description) as any Error } ?? error
            let code = exitCode(for: error)
            let text = fullMessage(for: error, columns: nil)
            if !text.isEmpty { (code.isSuccess ? StandardStream.output : .errors).print(text) }
            Foundation.exit(code.rawValue)
        }
    }

    /// The command that the arguments give. A first word that is no command is told so; the parser would say that `serve`,
    /// the default, takes no such argument.
    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        if let name = words.first, !name.isEmpty, !name.hasPrefix("-"), !(commands + ["help"]).contains(name) {
            let near = nearest(to: name, in: commands).map { " Did you mean “\($0)”?" } ?? ""
            throw ValidationError(
                "There is no command “\(name)”.\(near) The commands are \(commands.joined(separator: ", ")).")
        }
        return try parseAsRoot(arguments)
    }
}
