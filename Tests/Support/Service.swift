package import API
package import Archive
import Description
package import Foundation
package import HTTPCore
import PageLayout
package import Raster
import Website
package import Wording

/// The API over the small dataset in `River`, or another, in process.
package struct Service {
    package let application: Application
    private let responder: Responder

    /// With the pages for people only where they are asked for. `kept` are the versions besides that of the snapshot.
    package init(
        origin: Origin? = nil, security: SecurityContact? = nil, hasPages: Bool = false, converter: Converter? = nil,
        snapshot: Snapshot? = nil, kept: [KeptVersion] = [], catalogue: Catalogue = .shipped, words: URL? = nil,
        description: any APIDescription = Descriptions(), isStatic: Bool = false
    ) throws {
        let schemas = StaticFile.schemas(in: Service.resources.appending(path: "schemas"))
        let web = hasPages ? try Web(in: Service.resources.appending(path: "web"), catalogue, more: words) : nil
        let site = Site(
            catalogue, schemas: schemas, origin: origin, security: security, pages: web,
            description: description, converter: converter, isStatic: isStatic)
        application = try Application(try snapshot ?? Service.snapshot.get(), kept: kept, site: site)
        responder = application.responder()
    }

    /// The last segments of the lists' paths.
    package static let lists = ["events", "statistics", "claims", "checks", "discrepancies", "sources"]

    /// The languages that there are words for in tests.
    package static let tags = ["en", "lt", "pl", "de", "he"]

    /// Returns a service with a small dataset in all of them.
    package static func inAllLanguages(hasPages: Bool = false) throws -> Service {
        try Service(
            hasPages: hasPages, snapshot: SmallDataset().told(in: tags).load(), catalogue: .withHebrew,
            words: Catalogue.further)
    }

    package static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources")

    /// The folder of the small dataset: every kind of record, relation and verdict, few enough to be read.
    package static let river = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "River")

    /// The folder of a small history in another language than the program's first two: `wilgow-fire-1811` in Polish,
    /// `sharia-drought-1851` in Hebrew. Both are invented.
    package static func history(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Histories/\(name)")
    }

    /// The small dataset, loaded once for all tests.
    package static let snapshot: Result<Snapshot, any Error> = Result { try Snapshot.load(directory: river.path) }

    /// The filters of each list.
    package var filters: [String: [Filter]] {
        get throws {
            let snapshot = try Service.snapshot.get()
            return [
                "events": snapshot.events.filters, "statistics": snapshot.statistics.filters,
                "claims": snapshot.claims.filters, "checks": snapshot.checks.filters,
                "discrepancies": snapshot.discrepancies.filters, "sources": snapshot.sources.filters,
            ]
        }
    }

    package func drain() { application.drain() }

    /// The answer to a request with these fields, such as `["Accept": "text/csv"]`.
    package func answer(
        _ method: HTTPCore.Method = .get, _ target: String, _ fields: KeyValuePairs<String, String> = [:]
    )
        throws -> Answer
    {
        try answer(method, target, lines: fields.map { ($0, $1) })
    }

    /// The same with fields in a list.
    package func answer(_ method: HTTPCore.Method, _ target: String, lines: [(String, String)]) throws -> Answer {
        var wire = Fields()
        for (name, value) in lines { wire.append(try unwrap(FieldName(name)), value) }
        let request = try Request(method: method, target: target, fields: wire)
        return Answer(responder.finalResponse(to: request))
    }

    /// What is answered at once; nil where there is work to be done first.
    package func promptStatus(_ target: String) throws -> Int? {
        let response = responder.respond(to: try Request(target: target))
        return response.work == nil ? Int(response.status.code) : nil
    }

    package func get(_ target: String, _ fields: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try answer(.get, target, fields)
    }

    /// The records of a whole list, page after page.
    package func all(_ target: String) throws -> [[String: Any]] {
        var records: [[String: Any]] = []
        var next: String? = target
        var pages = 0
        while let url = next, pages < 1_000 {
            let answer = try get(url)
            records += try answer.records()
            next = try answer.links()["next"] as? String
            pages += 1
        }
        return records
    }
}

/// A response, read by a JSON parser that is not ours.
package struct Answer {
    package let status: Int
    package let body: [UInt8]
    private let fields: Fields

    package init(_ response: Response) {
        status = Int(response.status.code)
        fields = response.fields
        body = response.body.bytes
    }

    package subscript(_ name: String) -> String? { FieldName(name).flatMap { fields[$0] } }

    /// The values of all lines with a name.
    package func all(_ name: String) -> [String] {
        String(decoding: fields.bytes, as: UTF8.self).split(separator: "\r\n").compactMap { line in
            line.lowercased().hasPrefix(name.lowercased() + ": ") ? String(line.dropFirst(name.count + 2)) : nil
        }
    }

    /// The names of its fields, in lower case.
    package var names: [String] {
        String(decoding: fields.bytes, as: UTF8.self).split(separator: "\r\n").map { line in
            line.prefix { $0 != ":" }.lowercased()
        }
    }

    /// The body decompressed by a program that is not ours.
    package func gunzipped() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString).gz")
        try Data(body).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let gunzip = Process()
        gunzip.executableURL = URL(filePath: "/usr/bin/env")
        gunzip.arguments = ["gzip", "--decompress", "--stdout", file.path]
        let output = Pipe()
        gunzip.standardOutput = output
        try gunzip.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        gunzip.waitUntilExit()
        guard gunzip.terminationStatus == 0 else { throw Missing() }
        return Array(bytes)
    }

    /// The content as text, without the signs that keep ranges, and numbers with their words, on one line.
    package var text: String {
        String(decoding: body, as: UTF8.self).replacing("\u{2060}", with: "").replacing("&nbsp;", with: " ")
    }

    package func json() throws -> [String: Any] {
        try unwrap(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    package func record() throws -> [String: Any] { try unwrap(try json()["data"] as? [String: Any]) }
    package func records() throws -> [[String: Any]] { try unwrap(try json()["data"] as? [[String: Any]]) }
    package func links() throws -> [String: Any] { try unwrap(try json()["links"] as? [String: Any]) }
    package func meta() throws -> [String: Any] { try unwrap(try json()["meta"] as? [String: Any]) }
    /// How many records the whole list has.
    package func total() throws -> Int { try unwrap(try meta()["total"] as? Int) }
    package func ids() throws -> [String] { try records().compactMap { $0["id"] as? String } }
}
