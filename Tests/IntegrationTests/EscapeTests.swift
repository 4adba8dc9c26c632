import Foundation
import Testing

@Suite("What a terminal would obey")
struct EscapeTests {
    /// Controls, separators and bidi marks, by the Unicode Character Database.
    private static let controlling = (0..<0x3000).compactMap(Unicode.Scalar.init).filter { scalar in
        let isControl = [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        return isControl || scalar.properties.isBidiControl
    }

    /// All of them, as they may stand in a string of JSON.
    private static let escaped = controlling.map { scalar in
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()

    /// Lines without any of them but those that are `allowed`, as they are found in bytes.
    private func isHarmless(_ text: String, allowing allowed: Set<Unicode.Scalar> = []) -> Bool {
        let set = Set(EscapeTests.controlling).subtracting(allowed)
        return text.split(separator: "\n").allSatisfy { !$0.unicodeScalars.contains(where: set.contains) }
    }

    /// A dataset with all of them in the name of a member, and as the value of another.
    private func broken() throws -> DatasetCopy {
        let copy = try DatasetCopy()
        try copy.replace(
            "\"category\": ",
            with: "\"\(EscapeTests.escaped)\": 1, \"categori\": \"\(EscapeTests.escaped)\", \"category\": ",
            in: "events.json")
        try copy.replace("\"type\": ", with: "\"type\": \"\(EscapeTests.escaped)\", \"typo\": ", in: "sources.json")
        return copy
    }

    @Test("No field of a request brings it into the log", arguments: ["text", "json"])
    func request(format: String) throws {
        let server = try Akistata.with("--log-format", format)
        let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        var count = 0
        for scalar in EscapeTests.controlling {
            for fields in [
                "Traceparent: \(trace)\(scalar)", "Traceparent: cc\(trace.dropFirst(2))-\(scalar)",
                "X-Request-Id: a\(scalar)", "User-Agent: a\(scalar)", "Referer: http://a/\(scalar)",
            ] {
                let socket = try RawSocket(port: server.port)
                socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n\r\n")
                #expect(socket.lastAnswer() != nil)
                count += 1
            }
            let socket = try RawSocket(port: server.port)
            socket.send("GET /\(scalar) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(socket.lastAnswer() != nil)
            count += 1
        }
        let log = try server.stop().log
        #expect(log.count { $0.contains("client") } == count)
        #expect(isHarmless(log.joined(separator: "\n")))
    }

    @Test("validate and serve tell what is wrong with a dataset without it", arguments: ["validate", "serve"])
    func dataset(command: String) throws {
        let copy = try broken()
        let run = try Program.run([command, "--data", copy.path])
        #expect(run.exit == .code(1))
        #expect(run.errors.contains(" #/events/0/"))
        #expect(run.errors.contains(#"\u{1B}"#) && run.errors.contains(#"\u{202E}"#))
        #expect(isHarmless(run.errors))
    }

    @Test("The log tells what is wrong with a dataset without it", arguments: ["text", "json"])
    func reload(format: String) throws {
        let copy = try DatasetCopy()
        let server = try Akistata.with("--data", copy.path, "--log-format", format)
        let broken = try broken()
        for file in ["events.json", "sources.json"] {
            try Data(contentsOf: broken.url.appending(path: file)).write(to: copy.url.appending(path: file))
        }
        server.program.signal(SIGHUP)
        let curl = try Curl()
        try Akistata.wait { try server.hasMetric("akistata_reloads_total{result=\"failure\"} 1", curl) }
        let log = try server.stop().log
        #expect(log.contains { $0.contains("sources.json#/sources/0/type") })
        #expect(isHarmless(log.joined(separator: "\n")))
        guard format == "json" else { return }
        for line in log { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
    }

    @Test("check prints a dataset's texts without it", arguments: ["en", "lt"])
    func report(language: String) throws {
        let copy = try DatasetCopy()
        for file in ["dataset.json", "relations.json", "statistics.json", "sources.json"] {
            let place = copy.url.appending(path: file)
            let text = try String(contentsOf: place, encoding: .utf8)
            let pattern = try Regex("\"\(language)\": \"")
            try Data(text.replacing(pattern, with: "\"\(language)\": \"\(EscapeTests.escaped)").utf8).write(to: place)
        }
        for command in [["check", "--all"], ["weigh"]] {
            let run = try Program.run(command + ["--lang", language, "--data", copy.path])
            #expect(run.exit == .code(0), "\(run.errors.prefix(300))")
            #expect(run.output.contains(#"\u{202E}"#))
            // No isolate reaches beyond the end of its line.
            #expect(isHarmless(run.output, allowing: ["\u{2066}", "\u{2068}", "\u{2069}"]))
        }
    }

    @Test("What a person typed is told without it, too", arguments: ["--lang", "--data", "--nonsense"])
    func arguments(option: String) throws {
        // An argument ends at a NUL.
        let hostile = EscapeTests.controlling.dropFirst().map(String.init).joined()
        let run = try Program.run(["check", option, hostile])
        #expect(run.exit != .code(0))
        #expect(isHarmless(run.errors))
    }
}
