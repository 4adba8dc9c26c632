internal import Foundation
internal import HTTPCore
internal import HTTPServer
import Testing

extension ServerTests {
    @Suite("Churn")
    struct ChurnTests {
        private static let connections = 20_000

        @Test("Connections dropped at random leave no descriptor and no memory", arguments: PollerKind.allCases)
        func churn(poller: PollerKind) throws {
            let before = try sockets()
            var early = 0
            do {
                let fixture = try Fixture(poller)
                var open: [Client] = []
                for index in 0..<ChurnTests.connections {
                    let client = try fixture.client()
                    // Multiplied by 2^32 over the golden ratio: random enough, and the same every time.
                    let chance = index &* 2_654_435_769 >> 8 & 0xFFFF
                    act(client, chance % 7)
                    open.append(client)
                    if open.count > 60 {
                        let client = open.remove(at: chance / 7 % open.count)
                        if chance % 2 == 0 { client.reset() } else { client.close() }
                    }
                    if index == ChurnTests.connections / 10 { early = try residentKiB() }
                }
                open.removeAll()
                let client = try fixture.client()
                client.send(get("/"))
                #expect(try client.answer().status == 200)
                fixture.server.stop()
                let counters = fixture.server.counters
                #expect(counters.open == 0)
                #expect(counters.accepted == ChurnTests.connections + 1)
            }
            #expect(try sockets() == before)
            #expect(try residentKiB() - early < 8 * 1024)
        }

        /// Something a client may do before it goes away.
        private func act(_ client: Client, _ choice: Int) {
            switch choice {
            case 0: break
            case 1: client.send("GET /ha")
            case 2: client.send(get("/"))
            case 3: client.send(get("/1") + get("/2") + "GET /thr")
            case 4: client.send("\u{1}nonsense\r\n\r\n")
            case 5: client.send(get("/", method: "POST", fields: "Content-Length: 50\r\n") + "part")
            default:
                client.send(get("/splice"))
                client.finishSending()
            }
        }

        private func sockets() throws -> Int {
            let folder = "/proc/self/fd"
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
                return target?.hasPrefix("socket:") == true || target?.hasPrefix("anon_inode:[event") == true
            }.count
        }

        private func residentKiB() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
            return try #require(Int(line.filter(\.isNumber)))
        }
    }
}
