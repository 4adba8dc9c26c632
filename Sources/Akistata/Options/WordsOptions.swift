import ArgumentParser
import Foundation
import Server
import Wording

/// The words of the program in further languages.
struct WordsOptions: ParsableArguments {
    @Option(
        as: "folder",
        discussion: """
            Files named like pl.json, with everything that en.json in the resources has, and templates such as \
            about.pl.mustache. They come before those that the program has.
            """)
    private var words = Setting<String?>("words", "A folder with the program's words in further languages")

    /// Returns the folder; nil if none is given.
    func folder() throws -> URL? { try words.value().map { URL(filePath: $0) } }

    /// Reads the program's texts in all languages. If there are faults, prints all of them and exits with 1.
    func catalogue() throws -> Catalogue {
        guard let words = Resources.words else {
            StandardStream.errors.print("akistata: the folder web/words is missing from the resources")
            throw ExitCode(1)
        }
        let more = try folder()
        do throws(WordsError) {
            return try Catalogue(in: words, more: more)
        } catch {
            for fault in error.faults {
                StandardStream.errors.print("akistata: \(fault.file.hasPrefix("words/") ? "web/" : "")\(fault)")
            }
            throw ExitCode(1)
        }
    }
}
