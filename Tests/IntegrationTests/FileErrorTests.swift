import Foundation
import Testing

@Suite("A file or folder that does not do")
struct FileErrorTests {
    @Test(
        "export names what it cannot write, in words",
        arguments: [
            ("/dev/null", "/dev/null: not a folder, or inside a file"),
            ("/dev/null/x/y", "/dev/null: not a folder, or inside a file"),
            ("/proc/nowhere", "/proc/nowhere: no such file or folder"),
            ("\(String(repeating: "a", count: 300))", "\(String(repeating: "a", count: 300)): the name is too long"),
        ])
    func out(path: String, line: String) throws {
        let run = try Program.run(["export", "--out", path])
        #expect(run.exit == .code(1))
        #expect(run.output.isEmpty)
        #expect(run.errors == "akistata: cannot write \(line)\n")
    }

    /// What stands in the way of a file of the export, and what is said of it.
    struct Obstacle: CustomTestStringConvertible {
        let testDescription: String
        let line: String
        let make: @Sendable (URL) throws -> Void

        static let all = [
            Obstacle(testDescription: "A full disk", line: "/sitemap.xml: no space left") { folder in
                let file = folder.appending(path: "sitemap.xml").path
                try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/dev/full")
            },
            Obstacle(testDescription: "A folder in place of a file", line: "/sitemap.xml: a folder, not a file") {
                folder in
                let file = folder.appending(path: "sitemap.xml")
                try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
            },
            Obstacle(testDescription: "A file in place of a folder", line: "/api: not a folder, or inside a file") {
                try Data().write(to: $0.appending(path: "api"))
            },
        ]
    }

    @Test("export names the file that it cannot write, in words", arguments: Obstacle.all)
    func obstacle(obstacle: Obstacle) throws {
        let folder = try TemporaryFolder()
        try obstacle.make(folder.url)
        let run = try Program.run(["export", "--out", folder.url.path])
        #expect(run.exit == .code(1))
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("akistata: cannot write \(folder.url.path)"))
        #expect(run.errors.hasSuffix("\(obstacle.line)\n"))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test("A folder in place of a dataset's file is named as such")
    func folderForFile() throws {
        let copy = try DatasetCopy()
        try copy.remove("events.json")
        try FileManager.default.createDirectory(
            at: copy.url.appending(path: "events.json"), withIntermediateDirectories: true)
        let run = try Program.run(["validate", "--data", copy.path])
        #expect(run.exit == .code(1))
        #expect(run.errors.hasPrefix("akistata: \(copy.path) is not a valid dataset: 1 problem\n"))
        #expect(
            run.errors.hasSuffix(
                "events.json#: expected a readable file, found an unreadable one: a folder, not a file\n"))
    }
}
