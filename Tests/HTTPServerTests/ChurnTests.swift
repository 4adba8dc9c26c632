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
                var random = SplitMix(seed: 1945)
                var open: [Client] = []
                for index in 0..<ChurnTests.connections {
                    let client = try fixture.client()
                    act(client, &random)
                    open.append(client)
                    if open.count > 60 {
                        let client = open.remove(at: Int.random(in: 0..<open.count, using: &random))
                        if Bool.random(using: &random) { client.reset() } else { client.close() }
                    }
                    if index == ChurnTests.connections / 10 { early = try residentKiB() }
                }
                open.removeAll()
                let client = try fixture.client()
                client.send(get("/"))
                #expect(try client.answer().status == 200)
                // Lingering connections of the platform's poller must not outlive their clients by more than the last.
                fixture.server.stop()
                let counters = fixture.server.counters
                #expect(counters.open == 0)
                #expect(counters.accepted == ChurnTests.connections + 1)
            }
            #expect(try sockets() == before)
            #expect(try residentKiB() - early < 8 * 1024)
        }

        /// Something a client may do before it goes away.
        private func act(_ client: Client, _ random: inout SplitMix) {
            switch random.next() % 7 {
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

/// A seeded generator, so that a failure comes again.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
