import Foundation
import TestSupport
import Testing

/// Plays systemd: makes sockets, and becomes the program with them from descriptor 3 on.
private let launcher = """
    import fcntl, os, socket, sys
    sockets = []
    for place in sys.argv[2].split(","):
        if place.startswith("/"):
            made = socket.socket(socket.AF_UNIX)
            made.bind(place)
        else:
            made = socket.socket(socket.AF_INET)
            made.bind(("127.0.0.1", 0))
        if place != "deaf":
            made.listen(64)
        sockets.append(fcntl.fcntl(made.fileno(), fcntl.F_DUPFD, 100))
    for index, descriptor in enumerate(sockets):
        os.dup2(descriptor, 3 + index)
    os.environ["LISTEN_PID"] = str(os.getpid() + int(sys.argv[1]))
    os.environ["LISTEN_FDS"] = str(len(sockets))
    os.environ["LISTEN_FDNAMES"] = ":".join(["name"] * len(sockets))
    os.execv(sys.argv[3], sys.argv[3:])
    """

@Suite("As a systemd service")
struct ServiceTests {
    /// `LISTEN_PID` is the program's own and `offset` more.
    private func launch(_ places: String, offset: Int = 0, _ options: String...) throws -> Program {
        try Program(
            ["python3", "-c", launcher, "\(offset)", places, Program.built.path, "serve"] + options,
            program: URL(filePath: "/usr/bin/env"))
    }

    @Test("Sockets that are handed over are served by every loop", arguments: ["epoll", "poll"])
    func sockets(poller: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "s").path
        let program = try launch("any,\(path)", offset: 0, "--loops", "3", "--port", "1", "--poller", poller)
        let line = try #require(program.line())
        let url = try #require(line.split(separator: " ").last.map(String.init))
        let requests = (0..<200).map { index in
            Curl.Request(url: index % 2 == 0 ? url : "http://localhost/api/v1", socket: index % 2 == 0 ? nil : path)
        }
        let (answers, _) = try CurlGroup(connections: 20).answers(requests)
        #expect(answers.allSatisfy { $0.status == 200 })
        program.signal()
        #expect(try program.wait() == .code(0))
        // It is its maker's, who may hand it over again.
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test("Sockets for another process are not touched")
    func otherProcess() throws {
        let program = try launch("any", offset: 1, "--host", "127.0.0.1", "--port", "0")
        let url = try #require(program.line()?.split(separator: " ").last.map(String.init))
        #expect(try Curl().get(url).status == 200)
    }

    @Test("A descriptor that does not listen is one line and exit code 1")
    func deaf() throws {
        let program = try launch("any,deaf")
        #expect(program.rest().isEmpty)
        #expect(try program.wait() == .code(1))
        #expect(try program.errors() == "akistata: descriptor 4 is not a listening stream socket\n")
    }

    @Test("The manager is told of readiness, every reload and the end", arguments: [false, true])
    func notifications(isAbstract: Bool) throws {
        #if os(Linux)
            let folder = try TemporaryFolder()
            let name = isAbstract ? "@akistata-\(UUID().uuidString)" : folder.url.appending(path: "n").path
            let manager = try DatagramSocket(name)
            let server = try Akistata.with(environment: ["NOTIFY_SOCKET": name])
            #expect(manager.next() == "READY=1")
            server.program.signal(SIGHUP)
            let reloading = try #require(manager.next()?.wholeMatch(of: #/RELOADING=1\nMONOTONIC_USEC=(\d+)/#))
            #expect(try #require(UInt64(reloading.1)) > 0)
            #expect(manager.next() == "READY=1")
            #expect(try server.stop().exit == .code(0))
            #expect(manager.next() == "STOPPING=1")
        #endif
    }

    @Test("A manager that reads nothing keeps nobody from being served, nor the program from reloading and ending")
    func deafManager() throws {
        #if os(Linux)
            let name = "@akistata-\(UUID().uuidString)"
            let manager = try DatagramSocket(name)
            let server = try Akistata.with(environment: ["NOTIFY_SOCKET": name])
            let curl = try Curl()
            // Two datagrams each: more than the kernel keeps.
            for round in 1...6 {
                server.program.signal(SIGHUP)
                try Akistata.wait { try server.hasMetric("akistata_reloads_total{result=\"success\"} \(round)", curl) }
            }
            #expect(try server.stop().exit == .code(0))
            #expect(manager.next() == "READY=1")
        #endif
    }

    @Test("A manager that cannot be reached changes nothing", arguments: ["/nowhere/n", "@", "relative"])
    func noManager(name: String) throws {
        let server = try Akistata.with(environment: ["NOTIFY_SOCKET": name, "LISTEN_FDS": "x", "LISTEN_PID": "-"])
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.stop().exit == .code(0))
    }
}
