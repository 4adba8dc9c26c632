package import API
package import Evidence
import Foundation
import HTTPCore

/// The whole API in one language as files for any file host, with links between them that work there.
///
/// Every file is the body of a GET: `/api/v1/events` becomes `api/v1/events.json`, `api/v1/events.csv` and so on; a
/// path that already has a suffix keeps it. Links become relative and lead to a file in the format of the file they are
/// in, or else to JSON.
///
/// What a file host cannot do is left out: queries are dropped, so that a filtered list becomes the whole list, and a
/// link to something transient, such as `/healthz`, becomes null in JSON. Lists are complete; one that exceeds the
/// largest page continues in further files. Permalinks belong to the server and stay as they are.
package struct StaticSite {
    private let application: Application
    private let responder: Responder
    private let origin: String
    /// The start of every file name, such as `lt/`, or empty.
    private let folder: String
    private let fields: Fields
    private var waiting: [File]
    /// The targets found so far.
    private var met: Set<String>
    /// The files of each path seen so far, one for each suffix; empty for a path that has none.
    private var files: [String: [File]] = [:]
    /// The targets of broken links.
    package private(set) var broken: [String] = []

    private struct File {
        let target: String
        let name: String
        /// The suffix of the file's format, without the dot.
        let suffix: String
    }

    /// Prepares an export. `origin` is where the files will be published, for documents that need absolute URLs;
    /// without it they contain localhost.
    package init(_ application: Application, in language: LanguageTag, folder: String, origin: String?) {
        let origin = origin ?? "http://localhost"
        self.application = application
        responder = application.responder()
        self.folder = folder
        self.origin = origin
        var fields = Fields()
        fields.append(.acceptLanguage, language.rawValue)
        fields.append(.host, origin.split(separator: "/").last.map(String.init) ?? "localhost")
        self.fields = fields
        met = []
        waiting = []
    }

    /// Follows every link, starting from the paths without parameters, and passes each file to `write` once.
    package mutating func forEachFile(_ write: (_ name: String, _ body: [UInt8]) throws -> Void) throws {
        for path in application.paths { _ = files(of: path) }
        while let file = waiting.popLast() {
            guard let response = answer(to: file.target) else { continue }
            let type = response.fields[.contentType] ?? ""
            let links = LinkText(isJSON: type.contains("json"), origin: origin)
            let body = links.rewrite(response.body.bytes) {
                replacement(of: $0.link, in: file, isAbsolute: $0.isAbsolute)
            }
            try write(folder + file.name, body)
        }
    }

    private mutating func replacement(of link: String, in place: File, isAbsolute: Bool) -> LinkText.Replacement {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? "#" + parts[1] : ""
        let target = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(target[0])
        // A path with braces is a template. The root is also the root of the files.
        guard path != "/", !path.contains("{"), isAnswered(path) else { return .kept }
        var found = files(of: path)
        // An absolute URL leads to the server, which may exist as well.
        guard !found.isEmpty else { return isAbsolute ? .kept : .nothing }
        if target.count > 1 {
            let query = target[1].split(separator: "&")
            if let cursor = query.first(where: { $0.hasPrefix("cursor=") }) {
                // There are no files for other page lengths; such a link leads to the first page.
                let isOfThese = { (target: String) in query.contains { target.hasSuffix("?" + $0) } }
                found = found.map { isOfThese($0.target) ? meet("\($0.target)&\(cursor)", $0.suffix) : $0 }
            }
        }
        let file = found.first { $0.suffix == place.suffix } ?? found[0]
        return .link(
            (isAbsolute ? "\(origin)/\(folder)\(file.name)" : relative(file.name, from: place.name)) + fragment)
    }

    /// Returns the files of a path and queues them to be written.
    private mutating func files(of path: String) -> [File] {
        if let known = files[path] { return known }
        let found = application.targets(of: path).filter { answer(to: $0) != nil }.map { target in
            // A target is the path, a suffix and sometimes a query, or a path that already has its suffix.
            let suffix = target.dropFirst(path.count + 1).split(separator: "?").first ?? path.split(separator: ".").last
            return meet(target, suffix.map(String.init) ?? "")
        }
        files[path] = found
        return found
    }

    private mutating func meet(_ target: String, _ suffix: String) -> File {
        let file = File(target: target, name: StaticSite.name(of: target, suffix), suffix: suffix)
        if met.insert(target).inserted { waiting.append(file) }
        return file
    }

    /// Returns the response to write as a file; nil if it is refused without a query or must not be stored.
    private mutating func answer(to target: String) -> Response? {
        guard let response = respond(to: target) else { return nil }
        if response.status == .notFound, !broken.contains(target) { broken.append(target) }
        return response.status == .ok && response.fields[.cacheControl] != "no-store" ? response : nil
    }

    /// Whether there is anything at a path. Text that merely starts with a slash is not a link.
    private func isAnswered(_ path: String) -> Bool {
        !application.targets(of: path).isEmpty || respond(to: path)?.status == .ok
    }

    private func respond(to target: String) -> Response? {
        (try? Request(target: target, fields: fields)).map { responder.respond(to: $0) }
    }

    /// Returns the file name of a target. A page after the first has its cursor before the suffix.
    private static func name(of target: String, _ suffix: String) -> String {
        let parts = target.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].isEmpty ? "index.json" : String(parts[0])
        let query = parts.count > 1 ? parts[1].split(separator: "&") : []
        guard let cursor = query.first(where: { $0.hasPrefix("cursor=") })?.dropFirst(7) else { return path }
        return "\(path.dropLast(suffix.count))\(cursor).\(suffix)"
    }

    private func relative(_ file: String, from other: String) -> String {
        var to = file.split(separator: "/")
        var from = other.split(separator: "/").dropLast()
        while let first = from.first, to.count > 1, to.first == first {
            to.removeFirst()
            from.removeFirst()
        }
        return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
    }
}
