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

    @Option(help: "The folder to write to. It may exist; what else is in it stays.")
    var out: String

    @Option(help: "Where the files will be, such as https://akistata.example, for the few absolute URLs.")
    var publicURL = "http://localhost"

    func run() throws {
        guard let origin = Origin(publicURL) else {
            throw ValidationError("--public-url is no origin: a scheme and a host, such as https://akistata.example")
        }
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let application = try Application(try data.load(), site: Site(schemas: schemas, origin: origin))
        let root = URL(filePath: out, directoryHint: .isDirectory)
        var count = 0
        for language in Language.allCases {
            let folder = language == .english ? "" : language.rawValue + "/"
            var site = StaticSite(application, in: language, folder: folder, origin: origin.description)
            try site.forEachFile { name, body in
                let file = root.appending(path: name)
                let parent = file.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Data(body).write(to: file)
                count += 1
            }
            guard site.broken.isEmpty else {
                for target in site.broken { StandardError.print("akistata: a link leads to nothing: \(target)") }
                throw ExitCode(1)
            }
        }
        print("\(count) files in \(out)")
    }
}
