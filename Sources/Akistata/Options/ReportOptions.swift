import Archive
import ArgumentParser
import Evidence
import Foundation
import Foundations
import Server
import Wording

/// In which language a report is.
struct ReportOptions: ParsableArguments {
    @OptionGroup var words: WordsOptions

    @Option(help: "The language of the report, one of the dataset's (default: its first).")
    var lang: String?

    /// Returns the requested language, or else the first. The error lists those that exist.
    func language(of snapshot: Snapshot) throws -> Language {
        let languages = try words.catalogue().languages(snapshot.dataset.identity.languages)
        let named = lang.map { lang in languages.first { $0.rawValue == lang } } ?? languages.first
        if let named { return named }
        let tags = languages.map(\.rawValue)
        throw ValidationError(
            "--lang is “\(lang ?? "")”; expected \(tags.joined(separator: " or "))."
                + Hint.sentence(nearest(to: lang ?? "", in: tags)))
    }

    /// Writes to standard output; exits with 1 if that does not take all of it.
    static func print(_ bytes: [UInt8]) throws {
        // A truncated report is an error, but whoever closed the pipe has read enough.
        guard let (_, errno) = StandardStream.output.write(bytes), errno != EPIPE else { return }
        StandardStream.errors.print("akistata: standard output: \(String(cString: strerror(errno)))")
        throw ExitCode(1)
    }
}
