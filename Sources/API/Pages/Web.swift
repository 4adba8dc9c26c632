package import Foundation
import Evidence
import Mustache

/// What pages are made of, from one folder: templates, the words of the interface, and the files that pages load.
package struct Web: Sendable {
    /// Named for the template, or for a template and a language: `home`, `about.lt`.
    private let templates: MustacheLibrary
    /// Every label of the interface.
    let words: [Language: Words]
    /// By their names: `style.css`.
    let files: [String: StaticFile]

    /// Reads and parses everything: what is missing or broken is found here and never by a reader.
    package init(in folder: URL) throws(WebError) {
        let manager = FileManager.default
        guard let urls = try? manager.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
            throw .noFolder
        }
        var texts: [String: String] = [:]
        var files: [String: StaticFile] = [:]
        for url in urls.sorted(by: { $0.path < $1.path }) {
            guard let mediaType = Web.mediaTypes[url.pathExtension] else { continue }
            guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.lastPathComponent) }
            if url.pathExtension == "mustache" {
                texts[url.deletingPathExtension().lastPathComponent] = String(decoding: data, as: UTF8.self)
            } else {
                files[url.lastPathComponent] = StaticFile(Array(data), mediaType: mediaType)
            }
        }
        words = try Words.all(in: folder.appending(path: "words.json"))
        self.files = files
        var library = MustacheLibrary()
        for (name, text) in texts {
            do {
                try library.register(text, named: name)
            } catch {
                throw .template(name, "\(error)")
            }
        }
        templates = library
        try check(texts)
    }

    /// The view in the template of that name; empty where there is none, which the check at the start rules out.
    func render(_ view: some Any, by name: String) -> String {
        templates.render(view, withTemplate: name) ?? ""
    }

    /// The name of the template in a language: that which the language has for itself, or the one for all.
    func name(of template: Template, in language: Language) -> String {
        let own = "\(template.rawValue).\(language.rawValue)"
        return templates.getTemplate(named: own) == nil ? template.rawValue : own
    }

    /// What a page may load, by the endings of the files; the templates among them.
    private static let mediaTypes = [
        "mustache": "text/plain", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
    ]

    /// Every template that a page names is there in every language, with every template and every word in it.
    private func check(_ texts: [String: String]) throws(WebError) {
        for template in Template.allCases {
            for language in Language.allCases where texts[name(of: template, in: language)] == nil {
                throw .template("\(template.rawValue).\(language.rawValue)", "there is no such file")
            }
        }
        for file in EmbedKit.files where files[file] == nil { throw .unreadable(file: file) }
        let known = words[.english]?.keys ?? []
        for (name, text) in texts {
            for match in text.matches(of: /\{\{[>\<]\s*([A-Za-z0-9.]+)/) where texts[String(match.1)] == nil {
                throw .template(name, "there is no template “\(match.1)”")
            }
            for match in text.matches(of: /words\.([A-Za-z0-9]+)/) where !known.contains(String(match.1)) {
                throw .template(name, "there is no word “\(match.1)”")
            }
        }
    }
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
