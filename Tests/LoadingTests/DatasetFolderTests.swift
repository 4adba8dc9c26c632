import Evidence
import Foundation
import Foundations
import TestSupport
import Testing

@testable import Loading

@Suite("The folder of a dataset")
struct DatasetFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")

    /// Puts the small dataset into a folder of that name; in place of its version stands `version`.
    private func put(_ name: String, version: String? = nil) throws {
        let place = name.isEmpty ? folder : folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for file in Loader.names where file != LessonFile.name {
            var text = try String(contentsOf: Service.river.appending(path: file), encoding: .utf8)
            if let version { text = text.replacing("\"version\": \"1.0.0\"", with: "\"version\": \"\(version)\"") }
            try Data(text.utf8).write(to: place.appending(path: file))
        }
    }

    private func removed() { try? FileManager.default.removeItem(at: folder) }

    @Test("holds versions, the newest first by their numbers, and passes over what is none")
    func versions() throws {
        defer { removed() }
        for name in ["1.9.0", "1.10.0", "1.0.0", "2.0", "draft", "01.2.x"] { try put(name) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "3.0.0"), withIntermediateDirectories: true)
        let found = DatasetFolder(folder.path)
        #expect(found.current == folder.path + "/1.10.0")
        #expect(found.earlier.map(\.version.text) == ["1.9.0", "1.0.0"])
        #expect(DatasetFolder.bytes(in: found.current) > 10_000)
        #expect(DatasetFolder.bytes(in: folder.path) == 0)
    }

    @Test("has the current version beside the others where there are files, and is that of one version without others")
    func plain() throws {
        defer { removed() }
        try put("")
        #expect(DatasetFolder(folder.path).current == folder.path && DatasetFolder(folder.path).earlier.isEmpty)
        try put("2.0.0")
        #expect(DatasetFolder(folder.path).current == folder.path)
        #expect(DatasetFolder(folder.path).earlier.map(\.version.text) == ["2.0.0"])
        // Working files have a version that was not released.
        for version in ["1.9.9", "2.0.0"] {
            try put("", version: version)
            let error = #expect(throws: DatasetError.self) { try Loader.load(directory: folder.path) }
            #expect(
                error?.lines == [
                    "dataset.json#/version: expected a version after 2.0.0, which has a folder, found \(version)"
                ])
        }
        try put("", version: "2.0.1")
        #expect(try Loader.load(directory: folder.path).dataset.identity.version == "2.0.1")
        #expect(DatasetFolder("/nowhere").current == "/nowhere" && DatasetFolder("/nowhere").earlier.isEmpty)
    }

    @Test("is read as its current version, whose folder is named for it")
    func names() throws {
        defer { removed() }
        try put("1.0.0")
        try put("1.1.0", version: "1.1.0")
        #expect(try Loader.load(directory: folder.path).dataset.identity.version == "1.1.0")
        try put("1.2.0", version: "1.2.1")
        let error = #expect(throws: DatasetError.self) { try Loader.load(directory: folder.path) }
        #expect(
            error?.lines == [
                "dataset.json#/version: expected the version for which the folder is named, 1.2.0, found 1.2.1"
            ])
    }

    @Test("has another status whenever a file of any version, or a version, comes, goes or changes")
    func status() throws {
        defer { removed() }
        try put("1.0.0")
        var known = [DatasetStatus(of: folder.path)]
        let look = { (known: inout [DatasetStatus]) in
            let now = DatasetStatus(of: folder.path)
            #expect(!known.contains(now))
            known.append(now)
        }
        try put("1.1.0", version: "1.1.0")
        look(&known)
        try Data("[]".utf8).write(to: folder.appending(path: "1.0.0/events.json"))
        look(&known)
        try FileManager.default.removeItem(at: folder.appending(path: "1.0.0"))
        look(&known)
    }

    @Test(
        "A version is three numbers, compared as numbers of any length",
        arguments: [
            ("1.0.0", "1.0.1"), ("1.9.0", "1.10.0"), ("9.9.9", "10.0.0"), ("1.0.09", "1.0.10"),
            ("1.0.99999999999999999999", "1.0.100000000000000000000"),
        ])
    func order(earlier: String, later: String) throws {
        let (earlier, later) = (try #require(SemanticVersion(earlier)), try #require(SemanticVersion(later)))
        #expect(earlier < later && !(later < earlier) && !(earlier < earlier))
        for text in ["", "1", "1.0", "1.0.0.0", "1.0.", "v1.0.0", "1.0.x", "1.0.-1", "1.0.0 ", "١.0.0"] {
            #expect(SemanticVersion(text) == nil)
        }
        #expect(SemanticVersion(String(repeating: "1", count: 29) + ".0.0") == nil)
    }
}
