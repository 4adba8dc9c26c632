import Foundation
import Testing

@Suite("Starting and configuring")
struct StartTests {
    @Test("The start line names the dataset and a URL that answers")
    func startLine() throws {
        let server = try Akistata(["--port", "0"])
        let url = try #require(server.startLine.split(separator: " ").last.map(String.init))
        let address = "curl http://localhost:\(server.port)/api/v1"
        #expect(
            server.startLine == "Akistata serves \(DatasetCopy.shippedID) \(DatasetCopy.shippedVersion): \(address)")
        #expect(try Curl().get(url).status == 200)
    }

    @Test("Another dataset is served from its folder")
    func otherDataset() throws {
        let copy = try DatasetCopy.renamed("another-history")
        let server = try Akistata.with("--data", copy.path)
        #expect(server.startLine.hasPrefix("Akistata serves another-history "))
        #expect(try Curl().get(server.origin + "/api/v1").text.contains("\"another-history\""))
    }

    @Test("A second server on the same port is one line and exit code 1, and the first one serves on")
    func busyPort() throws {
        let first = try Akistata.with()
        let second = try Program.run(["serve", "--host", "127.0.0.1", "--port", "\(first.port)"])
        #expect(second.exit == .code(1))
        #expect(second.output.isEmpty)
        #expect(second.errors == "akistata: 127.0.0.1:\(first.port) is already in use\n")
        #expect(try Curl().get(first.origin + "/healthz").status == 200)
    }

    @Test("Every variable of the environment does what its option does")
    func variables() throws {
        let copy = try DatasetCopy.renamed("another-history")
        let environment = [
            "AKISTATA_HOST": "127.0.0.1", "AKISTATA_PORT": "0", "AKISTATA_LOOPS": "3", "AKISTATA_DATA": copy.path,
            "AKISTATA_LOG_LEVEL": "debug", "AKISTATA_LOG_FORMAT": "json",
        ]
        let server = try Akistata([], environment: environment)
        #expect(server.startLine.hasSuffix("curl http://127.0.0.1:\(server.port)/api/v1"))
        #expect(server.startLine.contains(" another-history "))
        #if os(Linux)
            #expect(try listeners(on: server.port) == 3)
        #endif
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        let log = try server.stop().log
        #expect(try log.count { try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any] } == log.count)
        #expect(log.contains { $0.contains("/healthz") })
    }

    @Test("A variable that is empty is one that is not set")
    func emptyVariable() throws {
        let server = try Akistata.with(environment: ["AKISTATA_DATA": "", "AKISTATA_LOOPS": ""])
        #expect(server.startLine.contains(DatasetCopy.shippedID))
    }

    @Test("Above its level nothing is logged")
    func logLevel() throws {
        let server = try Akistata.with(environment: ["AKISTATA_LOG_LEVEL": "error"])
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.stop().log.isEmpty)
    }

    @Test("An option wins over its variable")
    func optionWins() throws {
        let environment = [
            "AKISTATA_HOST": "192.0.2.1", "AKISTATA_PORT": "seven", "AKISTATA_LOOPS": "0", "AKISTATA_DATA": "/nowhere",
            "AKISTATA_LOG_LEVEL": "critical", "AKISTATA_LOG_FORMAT": "json",
        ]
        let server = try Akistata.with(
            "--loops", "1", "--data", DatasetCopy.original.path, "--log-level", "info", "--log-format", "text",
            environment: environment)
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.stop().log.contains { $0.contains(" info GET /healthz 200 ") })
    }

    @Test(
        "A malformed variable is named with its value",
        arguments: [
            ("AKISTATA_PORT", "http"), ("AKISTATA_LOOPS", "two"),
            ("AKISTATA_LOG_LEVEL", "loud"), ("AKISTATA_LOG_FORMAT", "xml"),
        ])
    func malformedVariable(name: String, value: String) throws {
        let run = try Program.run(["serve"], environment: [name: value])
        #expect(run.exit == .code(64))
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("The variable \(name) is “\(value)”"))
    }

    @Test(
        "What cannot be understood is exit code 64 and says how to call it",
        arguments: [["--colour"], ["serve", "--port", "-1"], ["serve", "--loops", "0"], ["validate", "extra"]])
    func usage(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.exit == .code(64))
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Usage: akistata"))
    }

    @Test("A host that is none of ours is one line and exit code 1", arguments: ["192.0.2.1", "no such host"])
    func host(host: String) throws {
        let run = try Program.run(["serve", "--host", host, "--port", "0"])
        #expect(run.exit == .code(1))
        #expect(run.errors.hasPrefix("akistata: "))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "Help names every option and every variable",
        arguments: [
            (["--help"], ["serve", "validate", "check", "--version"]),
            (
                ["serve", "--help"],
                ["--host", "--port", "--loops", "--data", "--log-level", "--log-format"]
                    + ["HOST", "PORT", "LOOPS", "DATA", "LOG_LEVEL", "LOG_FORMAT"].map { "AKISTATA_" + $0 }
            ),
            (["check", "--help"], ["--data", "--lang", "--all", "AKISTATA_DATA"]),
            (["weigh", "--help"], ["--data", "--lang", "--format", "--without", "--assume"]),
        ])
    func help(arguments: [String], expected: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.exit == .code(0))
        #expect(expected.filter { !run.output.contains($0) } == [])
    }

    @Test("Every option of serve has its variable beside it in the help")
    func variablesOfOptions() throws {
        let help = try Program.run(["serve", "--help"]).output
        let options = Set(help.matches(of: #/--([a-z-]+)/#).map { String($0.1) }).subtracting(["help", "version"])
        #expect(options.count == 31)
        for option in options {
            #expect(help.contains("(AKISTATA_" + option.uppercased().replacing("-", with: "_")), "\(option)")
        }
    }

    @Test("The version is a version and nothing else")
    func version() throws {
        let run = try Program.run(["--version"])
        #expect(run.exit == .code(0))
        #expect(run.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    }

    @Test("Health is exit code 0 where a server is ready, and 1 where there is none")
    func health() throws {
        let server = try Akistata.with()
        let environment = ["AKISTATA_HOST": "127.0.0.1", "AKISTATA_PORT": "\(server.port)"]
        #expect(try Program.run(["health"], environment: environment).exit == .code(0))
        #expect(try server.stop().exit == .code(0))
        let run = try Program.run(["health"], environment: environment)
        #expect(run.exit == .code(1))
        #expect(run.errors == "akistata: no response from 127.0.0.1, port \(server.port)\n")
    }

    #if os(Linux)
        /// The sockets that listen on a port of any IPv4 address, as the kernel counts them.
        private func listeners(on port: UInt16) throws -> Int {
            let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
            let suffix = String(port, radix: 16, uppercase: true)
            let local = ":" + String(repeating: "0", count: 4 - suffix.count) + suffix
            return table.split(separator: "\n").count { line in
                let columns = line.split(separator: " ")
                return columns.count > 3 && columns[1].hasSuffix(local) && columns[3] == "0A"
            }
        }
    #endif
}
