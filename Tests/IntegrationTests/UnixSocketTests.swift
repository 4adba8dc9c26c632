import Foundation
import Testing

@Suite("A Unix-domain socket")
struct UnixSocketTests {
    private let folder = try? TemporaryFolder()

    private func path() throws -> String { try #require(folder).url.appending(path: "s").path }

    private func serve(_ path: String, _ options: String...) throws -> Program {
        let program = try Program(["serve", "--socket", path, "--loops", "2"] + options)
        let line = program.line()
        guard line?.hasSuffix("curl --unix-socket \(path) http://localhost/api/v1") == true else {
            throw Program.Failure(description: "\(line ?? "nothing"), \(try program.errors())")
        }
        return program
    }

    private func status(_ path: String) throws -> Int {
        try Curl().answer(.init(url: "http://localhost/healthz", socket: path)).status
    }

    @Test("It is served, by owner and group alone, and removed at the end", arguments: ["epoll", "poll"])
    func served(poller: String) throws {
        let path = try path()
        let program = try serve(path, "--poller", poller, "--max-connections-per-address", "1")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o660)
        // More than one address might have: there is none here.
        let requests = (0..<100).map { _ in Curl.Request(url: "http://localhost/healthz", socket: path) }
        let (answers, connects) = try CurlGroup(connections: 10).answers(requests)
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(connects > 1)
        let health = try Program.run(["health"], environment: ["AKISTATA_SOCKET": path])
        #expect(health.exit == .code(0))
        program.signal()
        #expect(try program.wait() == .code(0))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try program.errors().contains("client=unix"))
        #expect(try Program.run(["health", "--socket", path]).errors == "akistata: no response from \(path)\n")
    }

    @Test("What a server that was killed left behind is replaced")
    func stale() throws {
        let path = try path()
        let first = try serve(path)
        first.signal(SIGKILL)
        #expect(try first.wait() == .signal(SIGKILL))
        #expect(FileManager.default.fileExists(atPath: path))
        let second = try serve(path)
        #expect(try status(path) == 200)
        second.signal()
        #expect(try second.wait() == .code(0))
    }

    @Test("One on which somebody answers is left alone, and so is its successor's file")
    func busy() throws {
        let path = try path()
        let first = try serve(path)
        let second = try Program.run(["serve", "--socket", path])
        #expect(second.exit == .code(1))
        #expect(second.errors == "akistata: \(path) is already in use\n")
        #expect(try status(path) == 200)
        try FileManager.default.removeItem(atPath: path)
        let third = try serve(path)
        first.signal()
        #expect(try first.wait() == .code(0))
        #expect(try status(path) == 200)
        third.signal()
        #expect(try third.wait() == .code(0))
    }

    @Test("A file that is no socket, a folder that is not there and a path too long are errors of one line")
    func impossible() throws {
        let path = try path()
        let long = "/" + String(repeating: "a", count: 108)
        try Data("mine".utf8).write(to: URL(filePath: path))
        for (path, message) in [
            (path, "\(path) is already in use"), (path + "/s", "cannot listen on \(path)/s: Not a directory"),
            ("/nowhere/s", "cannot listen on /nowhere/s: No such file or directory"),
            (long, "cannot listen on \(long): a socket's path is limited to "),
        ] {
            let run = try Program.run(["serve", "--socket", path])
            #expect(run.exit == .code(1))
            #expect(run.errors.hasPrefix("akistata: " + message))
            #expect(run.errors.split(separator: "\n").count == 1)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
}
