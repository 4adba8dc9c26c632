import Foundation
import Testing

/// A running server on a port of its own, ended with this object.
final class Akistata {
    let program: Program
    /// What it said when it had started.
    let startLine: String
    /// Without a path: `http://127.0.0.1:40123`.
    let origin: String
    let port: UInt16

    /// Starts `serve` on any free port of 127.0.0.1 unless the arguments or the environment say where.
    init(
        _ arguments: [String] = ["--host", "127.0.0.1", "--port", "0"], environment: [String: String] = [:],
        errors: FileHandle? = nil
    ) throws {
        program = try Program(["serve"] + arguments, environment: environment, errors: errors)
        guard let line = program.line() else {
            throw Program.Failure(description: "it does not start: \(try program.errors())")
        }
        startLine = line
        let url = try #require(line.split(separator: " ").last.flatMap { URL(string: String($0)) })
        port = try #require(url.port.flatMap(UInt16.init(exactly:)))
        origin = "http://\(try #require(url.host())):\(port)"
    }

    /// The same on 127.0.0.1 with these options beside.
    static func with(_ options: String..., environment: [String: String] = [:]) throws -> Akistata {
        try Akistata(["--host", "127.0.0.1", "--port", "0"] + options, environment: environment)
    }

    /// Ends it in order; its exit, and what it had logged.
    func stop() throws -> (exit: Program.Exit, log: [String]) {
        program.signal()
        let exit = try program.wait()
        return (exit, try program.errors().split(separator: "\n").map(String.init))
    }

    /// The version of the dataset that it serves.
    func version(_ curl: Curl) throws -> String {
        let data = try curl.get(origin + "/api/v1").json()["data"] as? [String: Any]
        return try #require((data?["dataset"] as? [String: Any])?["version"] as? String)
    }

    /// Whether a line stands in its metrics.
    func hasMetric(_ line: String, _ curl: Curl) throws -> Bool {
        try curl.get(origin + "/metrics").text.contains("\n\(line)\n")
    }

    /// Returns when `isDone` has answered so; it should ask a server something, and far more answers than a second has are
    /// an end if it never does.
    static func wait(until isDone: () throws -> Bool) throws {
        for _ in 0..<200_000 where try isDone() { return }
        Issue.record("it never happens")
    }
}
