#if os(Linux)
    import Foundation
    import Testing

    @Suite("Churn")
    struct ChurnTests {
        private static let connections = 20_000

        @Test("20,000 connections dropped at random leave no descriptor and no memory", arguments: ["epoll", "poll"])
        func churn(poller: String) throws {
            let akistata = try Akistata.with("--poller", poller, "--loops", "1", "--log-level", "error")
            // Its one connection is there before and after.
            let observer = try Curl()
            try settle(akistata, observer)
            let before = try descriptors(akistata)
            var early = 0
            var open: [RawSocket] = []
            for index in 0..<ChurnTests.connections {
                let client = try RawSocket(port: akistata.port)
                // Multiplied by 2^32 over the golden ratio: random enough, and the same every time.
                let chance = index &* 2_654_435_769 >> 8 & 0xFFFF
                act(client, chance % 7)
                open.append(client)
                if open.count > 60 {
                    let client = open.remove(at: chance / 7 % open.count)
                    if chance % 2 == 0 { client.reset() }
                }
                if index == ChurnTests.connections / 10 { early = try residentKiB(akistata) }
            }
            open.removeAll()
            try settle(akistata, observer)
            #expect(try descriptors(akistata) == before)
            #expect(try residentKiB(akistata) - early < 2 * 1024)
            #expect(try akistata.stop().exit == .code(0))
        }

        /// Something a client may do before it goes away.
        private func act(_ client: RawSocket, _ choice: Int) {
            let head = "GET /api/v1/statistics HTTP/1.1\r\nHost: a\r\n"
            switch choice {
            case 0: break
            case 1: client.send("GET /ha")
            case 2: client.send(head + "\r\n")
            case 3: client.send(head + "\r\n" + head + "\r\nGET /thr")
            case 4: client.send("\u{1}nonsense\r\n\r\n")
            case 5: client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\npart")
            default:
                client.send(head + "\r\n")
                client.finishSending()
            }
        }

        /// Asks until the server has nobody but the asker; it must come to that within so many answers.
        private func settle(_ akistata: Akistata, _ observer: Curl) throws {
            for _ in 0..<2_000 {
                let metrics = String(decoding: try observer.get(akistata.origin + "/metrics").body, as: UTF8.self)
                if metrics.contains("\nakistata_connections_open 1\n") { return }
            }
            Issue.record("connections stay open")
        }

        private func descriptors(_ akistata: Akistata) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "/proc/\(akistata.program.identifier)/fd").count
        }

        private func residentKiB(_ akistata: Akistata) throws -> Int {
            let path = "/proc/\(akistata.program.identifier)/status"
            let status = try String(contentsOfFile: path, encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
            return try #require(Int(line.filter(\.isNumber)))
        }
    }
#endif
