import API
import ArgumentParser
import Evidence
import Foundation
import HTTPCore

/// `akistata export`: the API as files.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the whole API, in every format, as files for any file host or CDN.",
        discussion: """
            The files have the names of their URLs with a suffix; those in Lithuanian stand in lt/. Links between them \
            are relative. A file host can neither filter nor search, so that links with a query lead to the whole list.
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var site: SiteOptions

    @Option(help: "The folder to write to. It may exist; what else is in it stays.")
    var out: String

    func run() throws {
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let site = try site.site(schemas: schemas)
        let application = try Application(try data.load(), site: site)
        let root = URL(filePath: out, directoryHint: .isDirectory)
        var count = 0
        for language in Language.allCases {
            let folder = language == .english ? "" : language.rawValue + "/"
            var files = StaticSite(application, in: language, folder: folder, origin: site.origin?.description)
            try files.forEachFile { name, body in
                let file = root.appending(path: name)
                let parent = file.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data(body).write(to: file)
                count += 1
            }
            guard files.broken.isEmpty else {
                for target in files.broken { StandardError.print("akistata: a link leads to nothing: \(target)") }
                throw ExitCode(1)
            }
        }
        print("\(count) files in \(out)")
    }
}
