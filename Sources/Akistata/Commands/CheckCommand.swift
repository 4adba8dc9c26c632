import Archive
import ArgumentParser
import Evidence
import Foundation
import Foundations
import Server
import Wording

/// The command `akistata check`, which prints the discrepancy report.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Test every relation in a dataset and report the discrepancies.")

    @OptionGroup var data: DataOptions

    @OptionGroup var words: WordsOptions

    @Flag(help: "Also print the checks that hold.")
    var all = false

    @Option(help: "The language of the report, one of the dataset's (default: its first).")
    var lang: String?

    func run() throws {
        let snapshot = try data.load()
        let languages = try words.catalogue().languages(snapshot.dataset.identity.languages)
        let language = try language(among: languages)
        let environment = ProcessInfo.processInfo.environment
        let colour = isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        let report = CheckReport(snapshot, language: language, showsAll: all, colour: colour).text
        // A truncated report is an error, but whoever closed the pipe has read enough.
        if let (_, errno) = StandardStream.output.write(Array((report + "\n").utf8)), errno != EPIPE {
            StandardStream.errors.print("akistata: standard output: \(String(cString: strerror(errno)))")
            throw ExitCode(1)
        }
    }

    /// Returns the requested language, or else the first. The error lists those that exist.
    private func language(among languages: [Language]) throws -> Language {
        let named = lang.map { lang in languages.first { $0.rawValue == lang } } ?? languages.first
        if let named { return named }
        let tags = languages.map(\.rawValue)
        throw ValidationError(
            "--lang is “\(lang ?? "")”; expected \(tags.joined(separator: " or "))."
                + Hint.sentence(nearest(to: lang ?? "", in: tags)))
    }
}
