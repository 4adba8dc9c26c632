import Foundation
import Foundations
import Testing

@testable import Server

@Suite("The folder of an export")
struct ExportFolderTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")

    @Test("is made with those above it, and its files with theirs")
    func folders() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        var folder = try ExportFolder(root.appending(path: "a/b").path)
        try folder.write(Array("1".utf8), to: "c/d/e.txt")
        try folder.write(Array("2".utf8), to: "c/d/f.txt")
        try folder.write([], to: "g.txt")
        for (name, text) in ["c/d/e.txt": "1", "c/d/f.txt": "2", "g.txt": ""] {
            #expect(try String(contentsOf: root.appending(path: "a/b/\(name)"), encoding: .utf8) == text)
        }
    }

    @Test("may be there with other files, of which only those that are written are other ones")
    func existing() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for name in ["mine.txt", "old.txt"] { try Data("a long text".utf8).write(to: root.appending(path: name)) }
        var folder = try ExportFolder(root.path)
        try folder.write(Array("new".utf8), to: "old.txt")
        #expect(try String(contentsOf: root.appending(path: "old.txt"), encoding: .utf8) == "new")
        #expect(try String(contentsOf: root.appending(path: "mine.txt"), encoding: .utf8) == "a long text")
    }

    @Test("that cannot be made is told with what is in its way")
    func inTheWay() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let file = root.appending(path: "file")
        try Data().write(to: file)
        #expect(throws: FileError(path: file.path, errno: ENOTDIR)) {
            _ = try ExportFolder(file.appending(path: "a/b").path)
        }
        var folder = try ExportFolder(root.path)
        #expect(throws: FileError(path: file.path, errno: ENOTDIR)) { try folder.write([], to: "file/a.txt") }
        try FileManager.default.createDirectory(at: root.appending(path: "b.txt"), withIntermediateDirectories: true)
        #expect(throws: FileError(path: root.path + "/b.txt", errno: EISDIR)) { try folder.write([], to: "b.txt") }
    }
}
