import Foundation
import TestSupport
import Testing

/// A copy of the small dataset, to be changed; it goes with this object.
final class RiverFolder {
    private let url = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")

    var path: String { url.path }

    init() throws { try FileManager.default.copyItem(at: Service.river, to: url) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Keeps what it has as the folder of a version.
    func keep(as version: String) throws {
        let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
        let place = url.appending(path: version)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        for file in files where file.pathExtension == "json" {
            try FileManager.default.copyItem(at: file, to: place.appending(path: file.lastPathComponent))
        }
    }

    /// Gives it a version.
    func release(_ version: String) throws {
        for file in ["dataset.json", "changes.json"] {
            try change(file) { $0.replacing(/"version": "1\.[0-9.]+"/, with: "\"version\": \"\(version)\"") }
        }
    }

    /// Leaves a file that no JSON reader takes, or mends it.
    func setBroken(_ isBroken: Bool) throws {
        try change("sources.json") { isBroken ? "?" + $0 : String($0.drop { $0 == "?" }) }
    }

    private func change(_ file: String, _ edit: (String) -> String) throws {
        let place = url.appending(path: file)
        let text = edit(try String(contentsOf: place, encoding: .utf8))
        try Data(text.utf8).write(to: place, options: .atomic)
    }
}
