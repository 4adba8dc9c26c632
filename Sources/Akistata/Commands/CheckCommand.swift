import ArgumentParser
import Foundation
import Server

/// The command `akistata check`, which prints the discrepancy report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Test every relation in a dataset and report the discrepancies.")

    @OptionGroup var data: DataOptions

    @OptionGroup var report: ReportOptions

    @Flag(help: "Also print the checks that hold.")
    var all = false

    func run() throws {
        let snapshot = try data.load()
        let language = try report.language(of: snapshot)
        let environment = ProcessInfo.processInfo.environment
        let colour = isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        let text = CheckReport(snapshot, language: language, showsAll: all, colour: colour).text
        try ReportOptions.print(Array((text + "\n").utf8))
    }
}
