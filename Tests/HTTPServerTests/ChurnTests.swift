internal import HTTPCore
internal import HTTPServer
import Testing

extension ServerTests {
    @Suite("Churn")
    struct ChurnTests {
        private static let connections = 20_000

        // What it leaves of descriptors and memory is measured from outside, where the process has no other tests.
        @Test(
            "Connections dropped at random are all closed, and the next one is served", arguments: PollerKind.allCases)
        func churn(poller: PollerKind) throws {
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
    }
}
