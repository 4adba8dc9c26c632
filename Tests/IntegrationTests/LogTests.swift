import Foundation
import Testing

@Suite("The access log")
struct LogTests {
    @Test("A request is one line with method, target, status and bytes")
    func text() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        let list = try curl.get(server.origin + "/api/v1/events?limit=2")
        _ = try curl.answer(.init(method: "HEAD", url: server.origin + "/api/v1"))
        let missing = try curl.get(server.origin + "/nothing")
        let (exit, log) = try server.stop()
        #expect(exit == .code(0))
        let lines = log.filter { $0.contains(" info ") }
        let expected = [
            "GET /api/v1/events?limit=2 200 bytes=\(list.body.count) client=127.0.0.1:",
            "HEAD /api/v1 200 bytes=0 client=",
            "GET /nothing 404 bytes=\(missing.body.count) client=",
        ]
        #expect(lines.count == 3)
        for (line, text) in zip(lines, expected) {
            #expect(line.contains(" info " + text))
            #expect(line.contains(#/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /#))
        }
    }

    private static let hostile = [
        #"/"}{""#, #"/\"#, "/\u{1B}[31m", "/%0A%0Dinfo", "/\u{7F}", "/é", "/%00", "/a b", "/\t", "*", "",
        "/" + String(repeating: "%F0%9F%92%A3", count: 500),
    ]

    @Test("Whatever the target, a request is one line of text without controls")
    func hostileText() throws {
        let log = try log(of: LogTests.hostile, format: "text")
        #expect(log.count == LogTests.hostile.count)
        #expect(log.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
        #expect(log.allSatisfy { $0.contains(" bytes=") && $0.contains(" client=127.0.0.1:") })
    }

    @Test("Whatever the target, a request is one JSON object on one line")
    func hostileJSON() throws {
        let log = try log(of: LogTests.hostile, format: "json")
        #expect(log.count == LogTests.hostile.count)
        for line in log {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(
                Set(object.keys) == [
                    "time", "level", "message", "bytes", "client", "id", "method", "micros", "status", "target",
                ])
            // Those are numbers, so that a filter can compare them.
            #expect(["bytes", "micros", "status"].allSatisfy { object[$0] is Int })
        }
    }

    @Test("Every request has a name of its own, which its answer tells, with one loop or several", arguments: [1, 2])
    func names(loops: Int) throws {
        let server = try Akistata.with("--loops", String(loops))
        var told: Set<String> = []
        let request = "GET /healthz HTTP/1.1\r\nHost: a\r\n"
        for _ in 0..<4 {
            let socket = try RawSocket(port: server.port)
            // Enough to carry over to a third hexadecimal digit.
            socket.send(String(repeating: request + "\r\n", count: 299) + request + "Connection: close\r\n\r\n")
            let text = String(decoding: try #require(socket.rest()), as: UTF8.self)
            told.formUnion(
                text.matches(of: #/x-request-id: ([0-9a-f]{8}-[0-9]-[1-9a-f][0-9a-f]*)\r\n/#).map { String($0.1) })
        }
        #expect(told.count == 1_200)
        let log = try server.stop().log
        let logged = log.compactMap { $0.firstMatch(of: #/ id=([0-9a-f-]+) /#).map { String($0.1) } }
        #expect(logged.count == 1_200)
        #expect(Set(logged) == told)
    }

    @Test("A line is written soon, though nothing comes after it")
    func soon() throws {
        let pipe = Pipe()
        let server = try Akistata(errors: pipe.fileHandleForWriting)
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        // Blocks until the line is there: the server goes on running.
        #expect(String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self).contains("GET /healthz 200 "))
        #expect(try server.stop().exit == .code(0))
    }

    @Test("Lines that a reader does not take are counted, and hold up nothing", arguments: ["text", "json"])
    func unread(format: String) throws {
        let pipe = Pipe()
        let server = try Akistata(
            ["--host", "127.0.0.1", "--port", "0", "--loops", "1", "--log-format", format],
            errors: pipe.fileHandleForWriting)
        let count = 900
        let target = "/healthz?" + String(repeating: "a", count: 8_000)
        let socket = try RawSocket(port: server.port)
        for _ in 0..<count {
            socket.send("HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(socket.head().hasPrefix("HTTP/1.1 400 "))
        }
        server.program.signal()
        let log = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(try server.program.wait() == .code(0))
        let lines = log.split(separator: "\n")
        let written = lines.count { $0.contains(target) && $0.contains("client") }
        let dropped = lines.compactMap { $0.firstMatch(of: #/(\d+) log lines were dropped/#).flatMap { Int($0.1) } }
        #expect(dropped.reduce(written, +) == count)
        #expect(!dropped.isEmpty)
        // What was kept is bounded: 4 MiB, and what was being written.
        #expect(log.utf8.count < 5 << 20)
    }

    @Test("A reader of the log that goes away does not end the server")
    func brokenPipe() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let server = try Akistata(errors: pipe.fileHandleForWriting)
        let curl = try Curl()
        for _ in 0..<3 { #expect(try curl.get(server.origin + "/healthz").status == 200) }
        #expect(try server.stop().exit == .code(0))
    }

    /// The lines of one request for each target, sent as it stands.
    private func log(of targets: [String], format: String) throws -> [String] {
        let server = try Akistata.with("--log-format", format)
        for target in targets {
            let socket = try RawSocket(port: server.port)
            socket.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(socket.rest()?.isEmpty == false)
        }
        return try server.stop().log.filter { $0.contains("client") }
    }

    @Test("A reader that reads no more keeps nobody from being served, and the program not from ending")
    func stuck() throws {
        let pipe = Pipe()
        let server = try Akistata(
            ["--host", "127.0.0.1", "--port", "0", "--loops", "1"], errors: pipe.fileHandleForWriting)
        // Twice what a pipe holds.
        let target = "/healthz?" + String(repeating: "a", count: 8_000)
        let socket = try RawSocket(port: server.port)
        for _ in 0..<20 {
            socket.send("HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(socket.head().hasPrefix("HTTP/1.1 400 "))
        }
        server.program.signal(SIGHUP)
        let curl = try Curl()
        #expect(try curl.get(server.origin + "/healthz").status == 200)
        server.program.signal()
        #expect(try server.program.wait() == .code(0))
        try pipe.fileHandleForReading.close()
    }

    @Test("Lines that a file does not take are counted when it takes some again, and none is cut into another")
    func full() throws {
        let folder = try TemporaryFolder()
        let log = folder.url.appending(path: "log")
        try Data().write(to: log)
        // The shell's file may have a kilobyte; a line is appended where the file then ends.
        let script = "ulimit -f 1; exec \"$0\" serve --host 127.0.0.1 --port 0 --loops 1 2>>\"$1\""
        // Where coverage is measured, its profile has no room either, and the log would tell so.
        let program = try Program(
            ["bash", "-c", script, Program.built.path, log.path], environment: ["LLVM_PROFILE_FILE": "/dev/null"],
            program: URL(filePath: "/usr/bin/env"))
        let start = try #require(program.line())
        let origin = try #require(start.firstMatch(of: #/http://[^\/]+/#)).0
        let curl = try Curl()
        let count = 40
        for number in 0..<count { #expect(try curl.get("\(origin)/healthz?\(number)").status == 400) }
        let size = { (try FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int) ?? 0 }
        for _ in 0..<200_000 where try size() < 1_024 { #expect(try curl.get("\(origin)/healthz").status == 200) }
        #expect(try size() == 1_024)
        let first = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        // As logrotate does with copytruncate.
        #expect(truncate(log.path, 0) == 0)
        program.signal()
        #expect(try program.wait() == .code(0))
        let second = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        #expect(!first.hasSuffix("\n"))
        let whole =
            #/[-0-9T:]+Z (info \S+ \S+ \d+ bytes=\d+ client=\S+ id=\S+ micros=\d+|notice .*|warning \d+ log lines were dropped)/#
        #expect(second.hasPrefix("\n"))
        for line in second.split(separator: "\n") { #expect(line.wholeMatch(of: whole) != nil, "\(line)") }
        #expect(second.contains(#/ warning \d+ log lines were dropped\n/#))
    }
}
