import Foundation

/// The published schemas, asked through Python's `jsonschema`.
package enum SchemaOracle {
    /// A text of a file, or one value, and the schema to ask.
    package struct Question: Encodable {
        let schema: String
        let text: String?
        let value: String?

        package init(schema: String, text: String? = nil, value: String? = nil) {
            self.schema = schema
            self.text = text
            self.value = value
        }
    }

    /// Why nothing was answered: most likely a package that is missing.
    private struct Failure: Error, CustomStringConvertible {
        let complaint: String

        var description: String { "python3 with jsonschema is needed (pip install 'jsonschema>=4.18'): \(complaint)" }
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "validate.py").path

    /// Whether each is accepted, by the schemas on disk or by all that a service has. Throws where they cannot be asked.
    package static func accepts(_ questions: [Question], by service: Service? = nil) throws -> [Bool] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schema-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = try questions.map { try String(decoding: JSONEncoder().encode($0), as: UTF8.self) + "\n" }
        let input = folder.appending(path: "rows")
        try Data(rows.joined().utf8).write(to: input)
        var schemas = Service.resources.appending(path: "schemas")
        if let service {
            schemas = folder
            for name in try service.get("/api/v1/schemas").ids() {
                try Data(service.get("/api/v1/schemas/" + name).body).write(to: folder.appending(path: name))
            }
        }

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script, schemas.path]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let answers = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let accepted = answers.split(separator: UInt8(ascii: "\n")).map { $0.elementsEqual("1".utf8) }
        guard process.terminationStatus == 0, accepted.count == questions.count else {
            throw Failure(complaint: String(decoding: complaint, as: UTF8.self))
        }
        return accepted
    }
}
