import Archive
import ArgumentParser
import Evidence
import Foundation

/// `akistata check`: the discrepancy report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Test every relation of a dataset and print where its figures do not fit.")

    @OptionGroup var data: DataOptions

    @Flag(help: "Print the checks that hold, too.")
    var all = false

    @Option(help: "The language of the report.")
    var lang: Language = .english

    func run() throws {
        let snapshot = try data.load()
        let environment = ProcessInfo.processInfo.environment
        let colour = isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        print(CheckReport(snapshot, language: lang, showsAll: all, colour: colour).text)
    }
}

extension Language: ExpressibleByArgument {}
