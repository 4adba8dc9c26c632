import Foundation
import Testing

/// The published schemas, asked through Python's `jsonschema`.
enum SchemaOracle {
    /// A text of a file, or one value, and the schema to ask.
    struct Question: Encodable {
        let schema: String
        var text: String?
        var value: String?
    }

    /// Whether each is accepted.
    static func accepts(_ questions: [Question]) throws -> [Bool] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schema-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = try questions.map { try String(decoding: JSONEncoder().encode($0), as: UTF8.self) + "\n" }
        let input = folder.appending(path: "rows")
        try Data(rows.joined().utf8).write(to: input)

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", RealDataset.tests.appending(path: "validate.py").path, RealDataset.schemas]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let answers = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(
            process.terminationStatus == 0,
            "python3 with jsonschema is needed (pip install 'jsonschema>=4.18'): \(String(decoding: complaint, as: UTF8.self))"
        )
        let accepted = answers.split(separator: UInt8(ascii: "\n")).map { $0.elementsEqual("1".utf8) }
        try #require(accepted.count == questions.count)
        return accepted
    }
}
