import ArgumentParser
import Foundation
import Foundations
import Server

/// The program, with the commands `serve`, `validate`, `check`, `weigh`, `export` and `health`.
@main
struct Akistata: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "akistata",
        abstract: "Brings sources that contradict each other face to face: contested historical figures over HTTP.",
        version: ProgramVersion.text,
        subcommands: [
            ServeCommand.self, ValidateCommand.self, CheckCommand.self, WeighCommand.self, ExportCommand.self,
            HealthCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    /// Runs the command and exits with its code. Replaces the parser's own function, which writes with `print`.
    static func main() {
        StandardStream.prepare()
        do {
            var command = try parse(Array(CommandLine.arguments.dropFirst()))
            // `serve` logs these warnings.
            if !(command is ServeCommand) {
                for warning in ServeCommand.warnings { StandardStream.errors.print("akistata: \(warning)") }
            }
            try command.run()
        } catch {
            // An invalid setting is a usage error, wherever it was given.
            let error = (error as? SettingError).map { ValidationError($0.description) as any Error } ?? error
            let code = exitCode(for: error)
            let text = fullMessage(for: error, columns: nil)
            if !text.isEmpty { (code.isSuccess ? StandardStream.output : .errors).print(text) }
            Foundation.exit(code.rawValue)
        }
    }

    /// Returns the command for the arguments. If the first word is not a command, the error lists them; the parser
    /// would say that `serve`, the default, takes no such argument.
    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        if let name = words.first, !name.isEmpty, !name.hasPrefix("-"), !(commands + ["help"]).contains(name) {
            throw ValidationError(
                "Unknown command “\(name)”.\(Hint.sentence(nearest(to: name, in: commands))) The commands are "
                    + commands.joined(separator: ", ") + ".")
        }
        return try parseAsRoot(arguments)
    }
}
