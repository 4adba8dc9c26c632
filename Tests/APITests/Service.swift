import API
import Archive
import Dispatch
import Foundation
import HTTPCore
import Testing

/// The API over the dataset that ships, in process.
struct Service {
    private let application: Application
    private let desk: Desk

    /// With the pages for people only where they are asked for.
    init(
        origin: Origin? = nil, security: SecurityContact? = nil, hasPages: Bool = false, converter: Converter? = nil,
        snapshot: Snapshot? = nil
    ) throws {
        let schemas = StaticFile.schemas(in: Service.resources.appending(path: "schemas"))
        let web = hasPages ? try Web(in: Service.resources.appending(path: "web")) : nil
        let site = Site(schemas: schemas, origin: origin, security: security, web: web, converter: converter)
        application = try Application(try snapshot ?? Service.snapshot.get(), site: site)
        desk = application.desk()
    }

    static let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources")

    /// Loaded once for all tests.
    static let snapshot: Result<Snapshot, any Error> = Result {
        try Loader.load(directory: resources.appending(path: "datasets/lithuania-1944-1945").path)
    }

    /// The filters of each list.
    var filters: [String: [Filter]] {
        get throws {
            let snapshot = try Service.snapshot.get()
            return [
                "events": snapshot.events.filters, "statistics": snapshot.statistics.filters,
                "claims": snapshot.claims.filters, "checks": snapshot.checks.filters,
                "discrepancies": snapshot.discrepancies.filters, "sources": snapshot.sources.filters,
            ]
        }
    }

    func drain() { application.drain() }

    /// The answer to a request with these fields, such as `["Accept": "text/csv"]`.
    func answer(_ method: HTTPCore.Method = .get, _ target: String, _ fields: KeyValuePairs<String, String> = [:])
        throws -> Answer
    {
        var wire = Fields()
        for (name, value) in fields { wire.append(try #require(FieldName(name)), value) }
        let request = try Request(method: method, target: target, fields: wire)
        var response = desk.respond(to: request)
        while let work = response.work {
            let isDone = DispatchSemaphore(value: 0)
            work.whenDone { isDone.signal() }
            isDone.wait()
            response = desk.respond(to: request, after: work)
        }
        return Answer(response)
    }

    /// What is answered at once; nil where there is work to be done first.
    func promptStatus(_ target: String) throws -> Int? {
        let response = desk.respond(to: try Request(target: target))
        return response.work == nil ? Int(response.status.code) : nil
    }

    func get(_ target: String, _ fields: KeyValuePairs<String, String> = [:]) throws -> Answer {
        try answer(.get, target, fields)
    }

    /// The records of a whole list, page after page.
    func all(_ target: String) throws -> [[String: Any]] {
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
struct Answer {
    let status: Int
    let body: [UInt8]
    private let fields: Fields

    init(_ response: Response) {
        status = Int(response.status.code)
        fields = response.fields
        body = response.body.bytes
    }

    subscript(_ name: String) -> String? { FieldName(name).flatMap { fields[$0] } }

    /// The names of its fields, in lower case.
    var names: [String] {
        String(decoding: fields.bytes, as: UTF8.self).split(separator: "\r\n").map { line in
            line.prefix { $0 != ":" }.lowercased()
        }
    }

    /// The body decompressed by a program that is not ours.
    func gunzipped() throws -> [UInt8] {
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
        #expect(gunzip.terminationStatus == 0)
        return Array(bytes)
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    func record() throws -> [String: Any] { try #require(try json()["data"] as? [String: Any]) }
    func records() throws -> [[String: Any]] { try #require(try json()["data"] as? [[String: Any]]) }
    func links() throws -> [String: Any] { try #require(try json()["links"] as? [String: Any]) }
    func meta() throws -> [String: Any] { try #require(try json()["meta"] as? [String: Any]) }
    /// How many records the whole list has.
    func total() throws -> Int { try #require(try meta()["total"] as? Int) }
    func ids() throws -> [String] { try records().compactMap { $0["id"] as? String } }
}
