import Foundation
import Testing

@Suite("Finding what comes with it")
struct PlaceTests {
    @Test("It works from any working folder", arguments: ["/", "/tmp"])
    func folder(folder: String) throws {
        #expect(try Program.run(["validate"], folder: folder).exit == .code(0))
    }

    @Test("A relative folder of a dataset is taken from the working folder")
    func relative() throws {
        let copy = try DatasetCopy.renamed("another-history")
        let run = try Program.run(
            ["validate", "--data", "dataset"], folder: copy.url.deletingLastPathComponent().path)
        #expect(run.output.hasPrefix("another-history "))
    }

    @Test("It works through a symbolic link")
    func link() throws {
        let folder = try TemporaryFolder()
        let link = folder.url.appending(path: "figures")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: Program.built)
        #expect(try Program.run(["validate"], folder: "/", program: link).exit == .code(0))
    }

    @Test("Installed, it finds what is installed with it")
    func installed() throws {
        let copy = try DatasetCopy.renamed(
            "installed-history", at: "share/akistata/datasets/\(DatasetCopy.shippedID)")
        let prefix = (0..<4).reduce(copy.url) { url, _ in url.deletingLastPathComponent() }
        let program = try install(in: prefix)
        #expect(try Program.run(["validate"], folder: "/", program: program).output.hasPrefix("installed-history "))
    }

    @Test("Found nowhere, it says what to do")
    func nowhere() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["serve", "--port", "0"], program: try install(in: folder.url))
        #expect(run.exit == .code(1))
        #expect(run.errors == "akistata: no dataset next to the program; specify one with --data\n")
    }

    /// A copy of the program in the `bin` of a folder.
    private func install(in prefix: URL) throws -> URL {
        let program = prefix.appending(path: "bin/akistata")
        try FileManager.default.createDirectory(
            at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Program.built, to: program)
        return program
    }
}
