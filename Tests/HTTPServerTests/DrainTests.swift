internal import Dispatch
internal import HTTPCore
internal import HTTPServer
internal import Synchronization
import Testing

extension ServerTests {
    @Suite("Draining and deadlines")
    struct DrainTests {
        @Test("Draining closes idle connections and refuses new ones", arguments: PollerKind.allCases)
        func idle(poller: PollerKind) throws {
            let fixture = try Fixture(poller)
            let idle = try fixture.client()
            idle.send(get("/"))
            #expect(try idle.answer().status == 200)
            #expect(fixture.server.drain(milliseconds: 20_000))
            #expect(idle.rest() == [])
            #expect(throws: Client.Failure.self) { try fixture.client() }
            #expect(fixture.server.counters.open == 0)
        }

        @Test("Requests that wait to be accepted are answered before the port closes", arguments: PollerKind.allCases)
        func waiting(poller: PollerKind) throws {
            let isExhausted = Atomic(true)
            let fixture = try Fixture(poller, usesClock: true) {
                $0.acceptFault = { isExhausted.load(ordering: .sequentiallyConsistent) }
            }
            // Nobody is accepted until draining begins.
            let clients = try (0..<200).map { _ in try fixture.client() }
            for (index, client) in clients.enumerated() { client.send(get("/\(index)")) }
            while fixture.server.counters.exhaustions == 0 {}
            isExhausted.store(false, ordering: .sequentiallyConsistent)
            let done = drain(fixture)
            for (index, client) in clients.enumerated() {
                let answer = try client.answer()
                #expect(answer.text == "GET /\(index)")
                #expect(answer.head.contains("connection: close\r\n"))
                client.close()
            }
            #expect(done.wait(timeout: .now() + 20) == .success)
        }

        /// Drains meanwhile; signals when nothing had to be cut off.
        private func drain(_ fixture: Fixture) -> DispatchSemaphore {
            let server = fixture.server
            let done = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                if server.drain(milliseconds: 20_000) { done.signal() }
            }
            return done
        }

        @Test("Draining finishes what is in flight and says that the connection ends", arguments: PollerKind.allCases)
        func inFlight(poller: PollerKind) throws {
            let fixture = try Fixture(poller)
            let reader = try fixture.client(receiveBuffer: 8_192)
            reader.send(get("/large"))
            reader.receiveSome(1)
            let sender = try fixture.client()
            sender.send(get("/", method: "POST", fields: "Content-Length: 2\r\nExpect: 100-continue\r\n"))
            #expect(try sender.answer().status == 100)
            let idle = try fixture.client()
            idle.send(get("/"))
            #expect(try idle.answer().status == 200)
            let done = drain(fixture)
            // The idle one closes: from here on the server drains.
            #expect(idle.rest() == [])
            sender.send("ok")
            #expect(try sender.answer().head.contains("connection: close\r\n"))
            sender.finishSending()
            #expect(sender.rest() == [])
            #expect(try reader.answer().body == Fixture.largeBody)
            #expect(reader.rest() == [])
            #expect(done.wait(timeout: .now() + 20) == .success)
        }

        @Test("An idle connection may send one request more before it closes", arguments: PollerKind.allCases)
        func farewell(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let (first, second, third) = (try fixture.client(), try fixture.client(), try fixture.client())
            for client in [first, second, third] {
                client.send(get("/"))
                #expect(try !client.answer().head.contains("connection:"))
            }
            fixture.server.announceEnd()
            // As long as that is all, connections are taken and kept.
            var isLast = false
            while !isLast {
                // The loop may yet have to hear of it.
                first.send(get("/1"))
                isLast = try first.answer().head.contains("connection: close\r\n")
            }
            first.close()
            // The answer to the late one shows that the loop has come past this.
            fixture.advance(milliseconds: 10_000)
            let late = try fixture.client()
            late.send(get("/late"))
            #expect(try late.answer().head.contains("connection: close\r\n"))
            late.close()
            let done = drain(fixture)
            while (try? fixture.client()) != nil {}
            second.send(get("/2"))
            let answer = try second.answer()
            #expect(answer.text == "GET /2" && answer.head.contains("connection: close\r\n"))
            second.close()
            fixture.advance(milliseconds: 700)
            #expect(third.rest() == [])
            #expect(done.wait(timeout: .now() + 20) == .success)
        }

        @Test("What is not done by the deadline is cut off", arguments: PollerKind.allCases)
        func cutOff(poller: PollerKind) throws {
            let fixture = try Fixture(poller)
            let client = try fixture.client(receiveBuffer: 8_192)
            client.send(get("/large"))
            client.receiveSome(1)
            #expect(!fixture.server.drain(milliseconds: 1))
            #expect(client.isEnded())
            #expect(fixture.server.counters.open == 0)
        }

        @Test("A head or content that does not come in time gets 408", arguments: PollerKind.allCases)
        func slowRequests(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let head = try fixture.client()
            head.send(get("/") + "GET / HT")
            #expect(try head.answer().status == 200)
            let content = try fixture.client()
            content.send(get("/", method: "POST", fields: "Content-Length: 2\r\nExpect: 100-continue\r\n"))
            #expect(try content.answer().status == 100)
            fixture.advance(milliseconds: 10_200)
            #expect(try head.answer().status == 408)
            head.finishSending()
            #expect(head.rest() == [])
            fixture.advance(milliseconds: 20_000)
            #expect(try content.answer().status == 408)
        }

        @Test("A trickle of bytes does not put the deadline of a head off", arguments: PollerKind.allCases)
        func trickle(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let client = try fixture.client()
            let other = try fixture.client()
            client.send("GET / HTTP/1.1\r\nHost: ")
            // Each answer to the other shows that the server has come past what was sent before.
            other.send(get("/"))
            #expect(try other.answer().status == 200)
            for _ in 0..<4 {
                fixture.advance(milliseconds: 3_000)
                client.send("a")
                other.send(get("/"))
                #expect(try other.answer().status == 200)
            }
            #expect(try client.answer().status == 408)
        }

        @Test("A silent connection is closed without a word", arguments: PollerKind.allCases)
        func silence(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let fresh = try fixture.client()
            let idle = try fixture.client()
            idle.send(get("/"))
            #expect(try idle.answer().status == 200)
            fixture.advance(milliseconds: 10_200)
            #expect(fresh.rest() == [])
            idle.send(get("/"))
            #expect(try idle.answer().status == 200)
            fixture.advance(milliseconds: 60_200)
            #expect(idle.rest() == [])
        }

        @Test("A client that reads nothing is dropped", arguments: PollerKind.allCases)
        func neverReads(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let client = try fixture.client(receiveBuffer: 8_192)
            client.send(get("/large"))
            client.receiveSome(1)
            // The socket may still take some bytes, each of which renews the deadline.
            var rounds = 0
            while fixture.server.counters.open > 0, rounds < 1_000_000 {
                fixture.advance(milliseconds: 30_200)
                rounds += 1
            }
            #expect(fixture.server.counters.open == 0)
            #expect(client.isEnded())
        }

        @Test("A client that does not close after its last answer is closed on", arguments: PollerKind.allCases)
        func lingering(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let client = try fixture.client()
            client.send("nonsense\r\n\r\n")
            #expect(try client.answer().status == 400)
            #expect(client.rest() == [])
            #expect(fixture.server.counters.open == 1)
            fixture.advance(milliseconds: 2_200)
            let other = try fixture.client()
            other.send(get("/"))
            #expect(try other.answer().status == 200)
            #expect(fixture.server.counters.open == 1)
        }
    }
}
