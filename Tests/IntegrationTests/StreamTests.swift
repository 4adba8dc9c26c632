import Foundation
import TestSupport
import Testing

/// Becomes the program with some of its descriptors 0 to 2 closed, on a pipe whose other end is closed, or on a full disk.
private let launcher = """
    import os, signal, sys
    signal.signal(signal.SIGPIPE, signal.SIG_IGN if sys.argv[1] == "ignored" else signal.SIG_DFL)
    states = sys.argv[2].split(",")
    reader, pipe = os.pipe()
    os.close(reader)
    for number, state in enumerate(states):
        if state == "pipe":
            os.dup2(pipe, number)
        elif state == "full":
            os.dup2(os.open("/dev/full", os.O_RDWR), number)
    for number, state in enumerate(states):
        if state == "closed":
            os.close(number)
    os.execv(sys.argv[3], sys.argv[3:])
    """

@Suite("Standard streams that are closed, full, or that nobody reads")
struct StreamTests {
    /// What is done to descriptors 0 to 2, and to SIGPIPE.
    struct Way: CustomTestStringConvertible {
        let states: [String]
        let signal: String

        var testDescription: String { "\(states.joined(separator: " ")), SIGPIPE \(signal)" }

        static let all =
            (0..<8).map { set in
                Way(states: (0..<3).map { set >> $0 & 1 == 1 ? "closed" : "open" }, signal: "default")
            }
            + ["default", "ignored"].flatMap { signal in
                [
                    ["open", "pipe", "open"], ["open", "open", "pipe"], ["open", "pipe", "pipe"],
                    ["closed", "pipe", "pipe"],
                ]
                .map { Way(states: $0, signal: signal) }
            } + [Way(states: ["open", "open", "full"], signal: "default")]

        func launch(_ arguments: [String], environment: [String: String] = [:]) throws -> Program {
            try Program(
                ["python3", "-c", launcher, signal, states.joined(separator: ","), Program.built.path] + arguments,
                environment: environment, program: URL(filePath: "/usr/bin/env"))
        }
    }

    @Test(
        "A command comes to the same exit code, whatever becomes of what it says", arguments: Way.all,
        [
            (["--version"], 0), (["--help"], 0), (["help", "serve"], 0), (["--nonsense"], 64), (["sevre"], 64),
            (["serve", "--port", "99999"], 64), (["serve", "--data", "/nowhere"], 1), (["validate"], 0),
            (["validate", "--data", "/nowhere"], 1), (["validate", "--data", "/"], 1), (["check", "--all"], 0),
            (["export", "--out", "/dev/null/x"], 1), (["health", "--socket", "/nowhere/s"], 1),
        ] as [([String], Int32)])
    func command(way: Way, command: (arguments: [String], code: Int32)) throws {
        let program = try way.launch(command.arguments)
        let output = program.rest()
        #expect(try program.wait() == .code(command.code))
        let errors = try program.errors()
        // What is left open is heard.
        #expect((output.isEmpty && errors.isEmpty) == (way.states[command.code == 0 ? 1 : 2] != "open"))
        #expect(errors.isEmpty || command.code != 0)
    }

    @Test("A report that a full disk cuts off is exit code 1 and says so")
    func full() throws {
        let program = try Way(states: ["open", "full", "open"], signal: "default").launch(["check"])
        #expect(program.rest().isEmpty)
        #expect(try program.wait() == .code(1))
        #expect(try program.errors() == "akistata: standard output: No space left on device\n")
    }

    #if os(Linux)
        @Test("A server serves, and none of its sockets is taken for a standard stream", arguments: Way.all)
        func server(way: Way) throws {
            let folder = try TemporaryFolder()
            let (socket, name) = (folder.url.appending(path: "s").path, folder.url.appending(path: "n").path)
            let manager = try DatagramSocket(name)
            let program = try way.launch(["serve", "--socket", socket], environment: ["NOTIFY_SOCKET": name])
            #expect(manager.next() == "READY=1")
            for (number, state) in way.states.enumerated() where state == "closed" {
                let link = "/proc/\(program.identifier)/fd/\(number)"
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/null")
            }
            let request = Curl.Request(url: "http://localhost/healthz", socket: socket)
            for _ in 0..<100 { #expect(try Curl().answer(request).text == #"{"status":"ok"}"#) }
            program.signal(SIGHUP)
            #expect(manager.next()?.hasPrefix("RELOADING=1") == true)
            #expect(manager.next() == "READY=1")
            program.signal()
            #expect(try program.wait() == .code(0))
            let log = try program.errors()
            #expect(log.split(separator: "\n").count { $0.contains("/healthz") } == (way.states[2] == "open" ? 100 : 0))
        }
    #endif
}
