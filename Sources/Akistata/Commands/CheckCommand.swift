import Archive
import ArgumentParser
import Evidence
import Foundation
import Server

/// `akistata check`: prints the discrepancy report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Test every relation of a dataset and print where its figures do not fit.")

    @OptionGroup var data: DataOptions

    @Flag(help: "Print the checks that hold, too.")
    var all = false

    @Option(help: "The language of the report, en or lt (default: en).", transform: { try Language.parse($0) })
    var lang: Language = .english

    func run() throws {
        let snapshot = try data.load()
        let environment = ProcessInfo.processInfo.environment
        let colour = isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        let report = CheckReport(snapshot, language: lang, showsAll: all, colour: colour).text
        // A truncated report is an error; but whoever closes the pipe has read enough.
        if let (_, errno) = StandardStream.output.write(Array((report + "\n").utf8)), errno != EPIPE {
            StandardStream.errors.print("akistata: standard output: \(String(cString: strerror(errno)))")
            throw ExitCode(1)
        }
    }
}

extension Language: SettingChoice {}
