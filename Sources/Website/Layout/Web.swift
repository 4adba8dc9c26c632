import API
import Evidence
import Foundation
import Wording

/// What pages are made of, from one folder: templates, and the files that pages load.
package struct Web: Sendable {
    /// By the language of their words.
    private let templates: [LanguageTag: Templates]
    /// With English words.
    private let program: Templates
    /// By their names: `style.css`.
    let files: [String: StaticFile]
    /// The pictures of the pages.
    let drawings = Drawings()

    /// Reads everything, and compiles the templates of `views` with all words: what is missing or broken is found here and
    /// never by a reader.
    init(in folder: URL, _ catalogue: Catalogue, for views: [any PageView.Type]) throws(WebError) {
        let manager = FileManager.default
        guard let urls = try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
            throw .noFolder
        }
        var parts: [String: [TemplatePart]] = [:]
        var files: [String: StaticFile] = [:]
        for url in urls.sorted(by: { $0.path < $1.path }) {
            guard let mediaType = Web.mediaTypes[url.pathExtension] else { continue }
            guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.lastPathComponent) }
            if url.pathExtension == "mustache" {
                let name = url.deletingPathExtension().lastPathComponent
                do throws(TemplateParser.Fault) {
                    parts[name] = try TemplateParser.parts(of: Array(data))
                } catch {
                    throw .template(name, error.text)
                }
            } else {
                files[url.lastPathComponent] = StaticFile(Array(data), mediaType: mediaType)
            }
        }
        for file in Web.embedFiles where files[file] == nil { throw .unreadable(file: file) }
        self.files = files
        var templates: [LanguageTag: Templates] = [:]
        for words in catalogue.all {
            let own = Templates(TemplateCompiler(files: parts, words: words))
            try own.compile(views)
            templates[words.tag] = own
        }
        self.templates = templates
        program = templates[.program] ?? Templates(TemplateCompiler(files: parts, words: catalogue.program))
    }

    /// Those with the words of a language.
    func templates(in language: Language) -> Templates { templates[language.words.tag] ?? program }

    /// The style sheet and the script that stand in every embed.
    static let embedFiles = ["embed.css", "embed-height.js"]

    /// What a page may load, by the endings of the files; the templates among them.
    private static let mediaTypes = [
        "mustache": "text/plain", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]
}
