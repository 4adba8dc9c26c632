package import API
import Evidence
package import Foundation
package import Templates
package import Wording

/// What web pages are made from, read from a single folder: the templates, and the files that pages load.
package struct Web: Sendable {
    /// The templates by the language of their words.
    private let templates: [LanguageTag: Templates]
    /// The templates with English words.
    private let program: Templates
    /// The files by name, such as `style.css`.
    package let files: [String: StaticFile]
    /// The pictures in pages.
    package let drawings = Drawings()

    /// Reads everything, and compiles the templates of `views` and of the layout with all words, so that anything missing or broken is
    /// found at startup and never by a reader. `more` is a folder with words and templates of further languages.
    package init(
        in folder: URL, _ catalogue: Catalogue, more: URL?, for views: [any PageView.Type]
    ) throws(WebError) {
        let manager = FileManager.default
        guard var urls = try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
            throw .noFolder
        }
        if let more, let added = try? manager.contentsOfDirectory(at: more, includingPropertiesForKeys: nil) {
            urls += added.filter { $0.pathExtension == "mustache" }
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
            let isRightToLeft = catalogue.language(words.tag).isRightToLeft
            let own = Templates(TemplateCompiler(files: parts, words: words, isRightToLeft: isRightToLeft))
            try own.compile([Layout.self, ExplainedTerms.self] + views)
            templates[words.tag] = own
        }
        self.templates = templates
        program = templates[.program] ?? Templates(TemplateCompiler(files: parts, words: catalogue.program))
    }

    /// Returns the templates with the words of a language.
    package func templates(in language: Language) -> Templates { templates[language.words.tag] ?? program }

    /// The style sheet and the script contained in every embed.
    package static let embedFiles = ["embed.css", "embed-height.js"]

    /// The media types of files that pages may load, by suffix, and of templates.
    private static let mediaTypes = [
        "mustache": "text/plain", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]
}
