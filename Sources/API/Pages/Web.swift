package import Foundation
import Evidence

/// What pages are made of, from one folder: templates, the words of the interface, and the files that pages load.
package struct Web: Sendable {
    private let templates: [Language: Templates]
    /// For a language that has none, which there is not.
    private let fallback: Templates
    /// Every label of the interface.
    let words: [Language: Words]
    /// By their names: `style.css`.
    let files: [String: StaticFile]

    /// Reads and compiles everything: what is missing or broken is found here and never by a reader.
    package init(in folder: URL) throws(WebError) {
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
        for file in EmbedKit.files where files[file] == nil { throw .unreadable(file: file) }
        self.files = files
        words = try Words.all(in: folder.appending(path: "words.json"))
        var templates: [Language: Templates] = [:]
        for language in Language.allCases {
            guard let words = words[language] else { continue }
            templates[language] = try Templates(TemplateCompiler(files: parts, words: words))
        }
        guard let fallback = templates[.english] else { throw .words("there is no English") }
        self.fallback = fallback
        self.templates = templates
    }

    /// Those with the words of a language.
    func templates(in language: Language) -> Templates { templates[language] ?? fallback }

    /// What a page may load, by the endings of the files; the templates among them.
    private static let mediaTypes = [
        "mustache": "text/plain", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]
}

/// Why there can be no pages.
package enum WebError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The folder is not there.
    case noFolder
    case unreadable(file: String)
    /// A template's name, and what is wrong with it.
    case template(String, String)
    /// What is wrong with the list of words.
    case words(String)

    /// One line, for whoever starts the server.
    package var description: String {
        switch self {
        case .noFolder: "the folder web with the templates of the pages is not among the resources"
        case .unreadable(let file): "web/\(file) cannot be read"
        case .template(let name, let fault): "web/\(name).mustache: \(fault)"
        case .words(let fault): "web/words.json: \(fault)"
        }
    }
}
