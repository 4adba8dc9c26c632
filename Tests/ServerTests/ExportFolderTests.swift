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

    @Test("loses what an earlier export wrote and a new one does not, and nothing else")
    func earlier() throws {
        let other = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")
        defer { for folder in [root, other] { try? FileManager.default.removeItem(at: folder) } }
        let isThere = { (name: String) in FileManager.default.fileExists(atPath: root.appending(path: name).path) }
        var folder = try ExportFolder(root.path)
        var outside = try ExportFolder(other.path)
        try outside.write(Array("1".utf8), to: "e.txt")
        for name in ["a/kept.txt", "a/gone.txt", "edited.txt", "mine.txt"] {
            try folder.write(Array("1".utf8), to: name)
        }
        #expect(EarlierExport(in: root.path).removeFiles(besides: []) == 0)
        try FileManager.default.createSymbolicLink(at: root.appending(path: "link"), withDestinationURL: other)
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "link.txt"), withDestinationURL: other.appending(path: "e.txt"))
        let names = [
            "a/kept.txt", "a/gone.txt", "edited.txt", "missing.txt", "link/e.txt", "link.txt",
            "../\(other.lastPathComponent)/e.txt", "a/../mine.txt", "./mine.txt", other.appending(path: "e.txt").path,
            "a", "",
        ]
        let digest = SHA256(Array("1".utf8)).hexadecimal
        let manifest = names.map { "\(digest)  \($0)\n" }.joined() + "no line\n"
        try folder.write(Array(manifest.utf8), to: EarlierExport.manifest)
        try folder.write(Array("2".utf8), to: "edited.txt")
        #expect(EarlierExport(in: root.path).removeFiles(besides: ["a/kept.txt"]) == 1)
        #expect(!isThere("a/gone.txt"))
        for name in ["a/kept.txt", "edited.txt", "mine.txt", "link/e.txt", "link.txt"] { #expect(isThere(name)) }
    }
}
