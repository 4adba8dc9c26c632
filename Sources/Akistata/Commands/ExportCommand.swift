import API
import Archive
import ArgumentParser
import Evidence
import Foundations
import HTTPCore
import Loading
import Server

/// The command `akistata export`, which writes the API as files.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write the whole site, in every version, language and format, as files for any file host, or for a stick.",
        discussion: """
            Files are named like their URLs, with a suffix; a page is the index.html of a folder. Those in languages other \
            than the dataset's first are in folders named by language tag, such as lt/. Links between files are relative. A \
            file host cannot filter, so links with a query lead to the whole list. manifest-sha256.txt has the digest of \
            each file, for sha256sum -c. With --public-url, citations and embeds name the address where the files will be.
            """)

    @OptionGroup var data: DataOptions

    @OptionGroup var words: WordsOptions

    @OptionGroup var site: SiteOptions

    @OptionGroup var pages: PagesOptions

    @Option(
        help: """
            The folder to write to. It may exist: what an earlier export wrote there and this one does not, as its \
            manifest-sha256.txt says, is removed; other files are kept.
            """)
    var out: String

    func run() throws {
        guard !out.isEmpty else { throw ValidationError("--out is empty.") }
        let schemas = Resources.schemas.map(StaticFile.schemas) ?? [:]
        let catalogue = try words.catalogue()
        let web = try pages.web(catalogue, more: words.folder())
        let site = try site.site(catalogue, schemas: schemas, web: web, isStatic: true)
        let kept = KeptVersion.all(in: try data.directory()) { version, error in
            StandardStream.errors.print("akistata: version \(version) is invalid and left out:")
            for line in error.lines { StandardStream.errors.print("  \(line)") }
        }
        let application = try Application(try data.load(), kept: kept, site: site)
        let (count, removed) = try write(application, origin: site.origin)
        StandardStream.output.print("\(count) files in \(out)")
        guard removed > 0 else { return }
        StandardStream.output.print("\(removed) \(removed == 1 ? "file" : "files") of an earlier export removed")
    }

    /// Writes the files and returns their number, and that of those removed. If one cannot be written, prints a line that says why and exits with
    /// 1.
    private func write(_ application: Application, origin: Origin?) throws -> (written: Int, removed: Int) {
        var manifest: [String] = []
        var names: Set = [EarlierExport.manifest, ".nojekyll"]
        let removed: Int
        do {
            var root = try ExportFolder(out)
            let earlier = EarlierExport(in: out)
            let languages = application.snapshot.dataset.identity.languages
            for language in languages {
                var files = StaticSite(application, in: language, of: languages, origin: origin)
                try files.forEachFile { name, body in
                    try root.write(body, to: name)
                    names.insert(name)
                    manifest.append("\(SHA256(body).hexadecimal)  \(name)\n")
                }
                guard files.broken.isEmpty else {
                    for target in files.broken {
                        StandardStream.errors.print("akistata: broken link: \(target)")
                    }
                    throw ExitCode(1)
                }
            }
            removed = earlier.removeFiles(besides: names)
            // As in BagIt (RFC 8493 section 2.1.3); and so that GitHub Pages serves names that begin with an underscore.
            try root.write(Array(manifest.joined().utf8), to: EarlierExport.manifest)
            try root.write([], to: ".nojekyll")
        } catch let error as FileError {
            StandardStream.errors.print("akistata: cannot write \(error)")
            throw ExitCode(1)
        }
        return (manifest.count, removed)
    }
}
