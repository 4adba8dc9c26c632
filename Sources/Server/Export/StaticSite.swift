package import API
package import Evidence
import Foundation
package import HTTPCore

/// The whole site in one language as files for any file host, or for a stick, with links between them that work there.
///
/// Every file is the body of a GET: `/api/v1/events` becomes `api/v1/events.json`, `api/v1/events.csv` and so on; a
/// path that already has a suffix keeps it, and a page is the `index.html` of a folder. Links become relative and lead to a
/// file in the format of the file they are in, or else to the first that there is; a link that names another language leads
/// to the folder of that.
///
/// What a file host cannot do is left out: other queries are dropped, so that a filtered list becomes the whole list, and a
/// link to something transient, such as `/healthz`, becomes null in JSON. Lists are complete; one that exceeds the
/// largest page continues in further files. Each version has its files, a withdrawn one its reason.
package struct StaticSite {
    private let application: Application
    private let responder: Responder
    /// Where the files will be: what precedes their paths in absolute URLs.
    private let origin: String
    /// Whether that is known.
    private let isPublished: Bool
    /// The path below which the application serves.
    private let base: String
    /// The start of every file name by language, such as `lt/`; empty for the first.
    private let folders: [LanguageTag: String]
    private let folder: String
    private let fields, pageFields: Fields
    private var waiting: [ExportedFile] = []
    /// The names found so far.
    private var met: Set<String> = []
    /// The files of each path seen so far; empty for a path that has none.
    private var files: [String: [ExportedFile]] = [:]
    private var index = SearchIndexScript()
    /// The targets of broken links.
    package private(set) var broken: [String] = []

    /// Prepares an export in one of the languages. `origin` is where the files will be published, for documents that need
    /// absolute URLs; without it they contain localhost.
    package init(_ application: Application, in language: LanguageTag, of languages: [LanguageTag], origin: Origin?) {
        self.application = application
        responder = application.responder()
        folders = Dictionary(
            languages.enumerated().map { ($1, $0 == 0 ? "" : $1.rawValue + "/") },
            uniquingKeysWith: { first, _ in first })
        folder = folders[language] ?? ""
        self.origin = origin?.description ?? "http://localhost"
        isPublished = origin != nil
        base = origin?.path ?? ""
        var fields = Fields()
        fields.append(.acceptLanguage, language.rawValue)
        fields.append(.host, origin.map { String($0.authority) } ?? "localhost")
        self.fields = fields
        fields.append(.accept, "text/html")
        pageFields = fields
    }

    /// Follows every link, starting from the paths without parameters in every version, and passes each file to `write` once.
    package mutating func forEachFile(_ write: (_ name: String, _ body: [UInt8]) throws -> Void) throws {
        for path in application.paths {
            _ = files(of: path)
            for version in application.versions { _ = files(of: Permalink.path(path, version: version)) }
        }
        while let file = waiting.popLast() {
            guard let response = answer(to: file.target, isPage: file.isPage) else { continue }
            index.add(response.body.bytes, of: file.name)
            try write(folder + file.name, body(of: response, in: file))
        }
        guard application.hasPages else { return }
        for (name, script) in index.files { try write(folder + name, script) }
        guard folder.isEmpty, let nothing = respond(to: "/404", isPage: true) else { return }
        try write(ExportedFile.notFound, body(of: nothing, in: ExportedFile(target: "/404", isPage: true)))
    }

    private mutating func body(of response: Response, in file: ExportedFile) -> [UInt8] {
        let type = response.fields[.contentType] ?? ""
        guard !type.hasPrefix("text/javascript"), !type.hasPrefix("text/css") else { return response.body.bytes }
        let links = LinkText(isJSON: type.contains("json"), origin: origin)
        return links.rewrite(response.body.bytes) { replacement(of: $0, in: file) }
    }

    private mutating func replacement(of found: LinkText.Found, in place: ExportedFile) -> LinkText.Replacement {
        let link = StaticLink(found, below: base)
        // In other languages what is not there is told by the home page.
        let path = link.path == "/404" ? "/" : named(link.path, by: found, in: place)
        let folder = link.language.flatMap { folders[LanguageTag($0)] } ?? self.folder
        if path.hasSuffix("/" + SearchIndexScript.file) {
            return .link(place.link(to: String(path.dropFirst()), in: folder, from: self.folder))
        }
        // A path with braces is a template. The root is also the root of the files.
        guard path != "/" || place.isPage, !path.contains("{"), isAnswered(path) else { return .kept }
        var files = files(of: path)
        // An absolute URL leads to the server, which may exist as well.
        guard !files.isEmpty else { return found.isAbsolute && !place.isPage ? .kept : .nothing }
        if let id = link.value(of: "id") {
            files = files.map { $0.isPage ? meet(ExportedFile(target: "\($0.target)?id=\(id)", isPage: true)) : $0 }
        }
        if let cursor = link.value(of: "cursor") {
            // There are no files for other page lengths; such a link leads to the first page.
            files = files.map { file in
                link.names(queryOf: file.target)
                    ? meet(ExportedFile(target: "\(file.target)&cursor=\(cursor)", isPage: file.isPage)) : file
            }
        }
        let file = files.first { $0.suffix == place.suffix } ?? files[0]
        guard found.isAbsolute, isPublished || !place.isPage else {
            let name = place.name == ExportedFile.notFound ? rooted(file, in: folder) : nil
            return .link((name ?? place.link(to: file.name, in: folder, from: self.folder)) + link.fragment)
        }
        return .link("\(origin)/\(folder)\(file.address)" + link.fragment)
    }

    /// Returns the path that a link means. Linked data names records without a version; one that the current version does not
    /// have is in that of the file.
    private func named(_ path: String, by found: LinkText.Found, in place: ExportedFile) -> String {
        guard place.suffix == "jsonld" || place.isPage && !found.isAttribute, let permalink = Permalink(place.target),
            let record = RecordAddress(path, in: application.snapshot), !record.isServed(in: application.snapshot)
        else { return path }
        return Permalink.path(path, version: permalink.version)
    }

    /// Returns a link that leads to a file from any depth.
    private func rooted(_ file: ExportedFile, in folder: String) -> String { "\(base)/\(folder)\(file.name)" }

    /// Returns the files of a path and queues them to be written.
    private mutating func files(of path: String) -> [ExportedFile] {
        if let known = files[path] { return known }
        var found: [ExportedFile] = []
        for target in application.targets(of: path) {
            let page = ExportedFile(target: target, isPage: true)
            if !page.hasSuffix, let response = answer(to: target, isPage: true), response.isPage {
                found.append(meet(page))
            }
            if let response = answer(to: target, isPage: false), !response.isPage {
                found.append(meet(ExportedFile(target: target, isPage: false)))
            }
        }
        files[path] = found
        return found
    }

    private mutating func meet(_ file: ExportedFile) -> ExportedFile {
        if met.insert(file.name).inserted { waiting.append(file) }
        return file
    }

    /// Returns the response to write as a file; nil if it is refused without a query or must not be stored. That a version is
    /// withdrawn is written too.
    private mutating func answer(to target: String, isPage: Bool) -> Response? {
        guard let response = respond(to: target, isPage: isPage) else { return nil }
        if response.status == .notFound, !broken.contains(target) { broken.append(target) }
        if response.status == .gone, response.isPage { return response }
        return response.status == .ok && response.fields[.cacheControl] != "no-store" ? response : nil
    }

    /// Whether there is anything at a path. Text that merely starts with a slash is not a link.
    private func isAnswered(_ path: String) -> Bool {
        !application.targets(of: path).isEmpty || respond(to: path, isPage: false)?.status == .ok
    }

    private func respond(to target: String, isPage: Bool) -> Response? {
        let request = try? Request(target: target, fields: isPage ? pageFields : fields)
        return request.map { responder.finalResponse(to: $0) }
    }
}

extension Response {
    fileprivate var isPage: Bool { fields[.contentType]?.hasPrefix("text/html") == true }
}
