internal import HTTPServer
import Testing

extension ServerTests {
    @Suite("Clocks that jump, clients that crawl")
    struct ClockTests {
        @Test("The wall clock, back and forth, moves no deadline", arguments: PollerKind.allCases)
        func wallClock(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let idle = try fixture.client()
            idle.send(get("/"))
            #expect(try idle.answer().status == 200)
            let head = try fixture.client()
            head.send("GET / HTTP/1.1\r\n")
            for (seconds, date) in [
                (0, "Thu, 01 Jan 1970"), (4_102_444_800, "Fri, 01 Jan 2100"), (1, "Thu, 01 Jan 1970"),
            ] {
                fixture.clock.setSecondsSinceEpoch(seconds)
                let other = try fixture.client()
                other.send(get("/"))
                #expect(try other.answer().head.contains("date: \(date) 00:00:0"))
            }
            idle.send(get("/still"))
            #expect(try idle.answer().text == "GET /still")
            head.send("Host: localhost\r\n\r\n")
            #expect(try head.answer().status == 200)
        }

        @Test(
            "A leap of the monotonic clock, a machine's sleep, ends all that is due at once",
            arguments: PollerKind.allCases)
        func leap(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let idle = try (0..<20).map { _ in try fixture.client() }
            for client in idle {
                client.send(get("/"))
                #expect(try client.answer().status == 200)
            }
            let head = try fixture.client()
            head.send(get("/") + "GET / HT")
            #expect(try head.answer().status == 200)
            let content = try fixture.client()
            content.send(get("/", method: "POST", fields: "Content-Length: 2\r\nExpect: 100-continue\r\n"))
            #expect(try content.answer().status == 100)
            fixture.advance(milliseconds: 30 * 24 * 3_600_000)
            for client in idle { #expect(client.rest() == []) }
            #expect(try head.answer().status == 408)
            #expect(try content.answer().status == 408)
            let next = try fixture.client()
            next.send(get("/next"))
            #expect(try next.answer().text == "GET /next")
        }

        @Test(
            "A client that reads one byte a second is dropped when the time to write is over",
            arguments: PollerKind.allCases)
        func crawl(poller: PollerKind) throws {
            let fixture = try Fixture(poller, usesClock: true)
            let slow = try fixture.client(receiveBuffer: 8_192)
            slow.send(get("/large"))
            slow.receiveSome(1)
            let other = try fixture.client()
            var seconds = 0
            repeat {
                fixture.advance(milliseconds: 1_000)
                slow.receiveSome(1)
                // Its answer shows that the server has seen the time.
                other.send(get("/"))
                #expect(try other.answer().status == 200)
                seconds += 1
            } while fixture.server.counters.open > 1 && seconds < 200
            #expect(fixture.server.counters.open == 1)
            #expect((30..<200).contains(seconds))
            #expect(slow.isEnded())
        }
    }
}
