import Foundation
import Foundations
import Testing

@Suite("The status of a file")
struct FileStatusTests {
    /// What is done to a file of the content "one", which then has "two", the same size and the same time.
    struct Change: CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (URL) throws -> Void

        static let all = [
            Change(testDescription: "replaced by a rename") { file in
                let other = try other(like: file)
                #expect(rename(other.path, file.path) == 0)
            },
            Change(testDescription: "edited in place, its time given back") { file in
                let before = FileStatus(of: file.path)
                // As often as it takes a clock that stands still between two ticks.
                for _ in 0..<100_000 where FileStatus(of: file.path) == before {
                    let time = try time(of: file)
                    let handle = try FileHandle(forWritingTo: file)
                    try handle.write(contentsOf: Data("two".utf8))
                    try handle.close()
                    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
                }
            },
            Change(testDescription: "removed and put back") { file in
                let other = try other(like: file)
                try FileManager.default.removeItem(at: file)
                try FileManager.default.moveItem(at: other, to: file)
            },
            Change(testDescription: "a link to another file in its place") { file in
                let other = try other(like: file)
                try FileManager.default.removeItem(at: file)
                try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
            },
        ]

        private static func time(of file: URL) throws -> Date {
            try #require(try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date)
        }

        /// A file of the other content and the same time beside it.
        private static func other(like file: URL) throws -> URL {
            let other = file.appendingPathExtension("new")
            try Data("two".utf8).write(to: other)
            try FileManager.default.setAttributes([.modificationDate: try time(of: file)], ofItemAtPath: other.path)
            return other
        }
    }

    private func inFolder(_ test: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try test(folder)
    }

    @Test("differs after any change of the content, also one that keeps size and time", arguments: Change.all)
    func change(change: Change) throws {
        try inFolder { folder in
            let file = folder.appending(path: "file")
            try Data("one".utf8).write(to: file)
            let before = try #require(FileStatus(of: file.path))
            #expect(FileStatus(of: file.path) == before)
            try change.make(file)
            #expect(try String(contentsOf: file, encoding: .utf8) == "two")
            #expect(FileStatus(of: file.path) != before)
        }
    }

    @Test("is that of the file behind links to files and to folders; there is none of a link that leads nowhere")
    func links() throws {
        try inFolder { folder in
            let manager = FileManager.default
            for name in ["a", "b"] {
                try manager.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
                try Data("one".utf8).write(to: folder.appending(path: "\(name)/file"))
            }
            let (data, file) = (folder.appending(path: "data"), folder.appending(path: "file"))
            try manager.createSymbolicLink(atPath: data.path, withDestinationPath: "a")
            try manager.createSymbolicLink(atPath: file.path, withDestinationPath: "data/file")
            #expect(FileStatus(of: file.path) == FileStatus(of: folder.path + "/a/file"))
            let change = try #require(FileStatus.lastChange(of: file.path))
            #expect(change >= (try #require(FileStatus.lastChange(of: folder.path + "/a/file"))))
            try manager.createSymbolicLink(atPath: folder.path + "/next", withDestinationPath: "b")
            #expect(rename(folder.path + "/next", data.path) == 0)
            #expect(FileStatus(of: file.path) == FileStatus(of: folder.path + "/b/file"))
            #expect(FileStatus(of: file.path) != FileStatus(of: folder.path + "/a/file"))
            try manager.createSymbolicLink(atPath: folder.path + "/next", withDestinationPath: "c")
            #expect(rename(folder.path + "/next", data.path) == 0)
            #expect(FileStatus(of: file.path) == nil)
            #expect(FileStatus.lastChange(of: file.path) == nil)
        }
    }

    @Test("is there for no link to itself, and for no path that links make endless")
    func loops() throws {
        try inFolder { folder in
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: folder.path + "/a", withDestinationPath: "a")
            try manager.createSymbolicLink(atPath: folder.path + "/d", withDestinationPath: "d/d")
            for name in ["a", "a/b", "d", "d/d"] {
                #expect(FileStatus(of: "\(folder.path)/\(name)") == nil)
                #expect(FileStatus.lastChange(of: "\(folder.path)/\(name)") == nil)
            }
        }
    }
}
