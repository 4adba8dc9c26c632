import API
import Archive
import ArgumentParser
import Evidence
import Foundations
import HTTPCore
import Server

/// The command `akistata export`, which writes the API as files.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the whole API, in every format, as files for any file host or CDN.",
        discussion: """
            Files are named like their URLs, with a suffix; those in languages other than the dataset's first are in \
            folders named by language tag, such as lt/. Links between files are relative. A file host can neither \
            filter nor search, so links with a query lead to the whole list.
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var words: WordsOptions

    @OptionGroup var site: SiteOptions

    @Option(help: "The folder to write to. It may exist; other files in it are kept.")
    var out: String

    func run() throws {
        guard !out.isEmpty else { throw ValidationError("--out is empty.") }
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let site = try site.site(words.catalogue(), schemas: schemas)
        let application = try Application(try data.load(), site: site)
        let count = try write(application, origin: site.origin?.description)
        StandardStream.output.print("\(count) files in \(out)")
    }

    /// Writes the files and returns their number. If one cannot be written, prints a line that says why and exits with
    /// 1.
    private func write(_ application: Application, origin: String?) throws -> Int {
        var count = 0
        do {
            var root = try ExportFolder(out)
            for (place, language) in application.snapshot.dataset.identity.languages.enumerated() {
                let folder = place == 0 ? "" : language.rawValue + "/"
                var files = StaticSite(application, in: language, folder: folder, origin: origin)
                try files.forEachFile { name, body in
                    try root.write(body, to: name)
                    count += 1
                }
                guard files.broken.isEmpty else {
                    for target in files.broken {
                        StandardStream.errors.print("akistata: broken link: \(target)")
                    }
                    throw ExitCode(1)
                }
            }
        } catch let error as FileError {
            StandardStream.errors.print("akistata: cannot write \(error)")
            throw ExitCode(1)
        }
        return count
    }
}
