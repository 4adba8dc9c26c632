internal import Dispatch
internal import Foundation
internal import HTTPCore
internal import HTTPServer
internal import Synchronization
import Testing

extension ServerTests {
    @Suite("An answer that another thread works for")
    struct DeferralTests {
        @Test("holds up no other connection of its loop", arguments: PollerKind.allCases)
        func others(poller: PollerKind) throws {
            let works = HeldWorks()
            let noted = Atomic(0)
            let fixture = try Fixture(poller, noting: { _ in noted.add(1, ordering: .relaxed) }, works: works)
            let waiting = try (0..<40).map { _ in try fixture.client() }
            for (index, client) in waiting.enumerated() { client.send(get("/later/\(index)")) }
            let held = works.take(waiting.count)
            let other = try fixture.client()
            for _ in 0..<20 {
                other.send(get("/now"))
                #expect(try other.answer().text == "GET /now")
            }
            #expect(noted.load(ordering: .relaxed) == 20)
            for work in held.reversed() { work.finish() }
            for (index, client) in waiting.enumerated() {
                let answer = try client.answer()
                #expect(answer.status == 200 && answer.text == "late /later/\(index)")
            }
            #expect(noted.load(ordering: .relaxed) == 60)
            #expect(fixture.server.counters.requests == 60)
        }

        @Test("keeps its place among pipelined ones", arguments: PollerKind.allCases)
        func order(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, works: works)
            let client = try fixture.client()
            client.send(get("/1") + get("/later/2") + get("/3") + get("/later/4", method: "HEAD") + get("/5"))
            #expect(try client.answer().text == "GET /1")
            works.take(1)[0].finish()
            #expect(try client.answer().text == "late /later/2")
            #expect(try client.answer().text == "GET /3")
            works.take(1)[0].finish()
            #expect(try client.answer(hasContent: false).head.contains("content-length: 13\r\n"))
            #expect(try client.answer().text == "GET /5")
            client.send(get("/later/6", method: "POST", fields: "Content-Length: 2\r\n") + "ok" + get("/7"))
            client.finishSending()
            works.take(1)[0].finish()
            #expect(try client.answer().text == "late /later/6")
            #expect(try client.answer().text == "GET /7")
            #expect(client.rest() == [])
        }

        @Test("comes also where the work was done before it was waited for", arguments: PollerKind.allCases)
        func doneAtOnce(poller: PollerKind) throws {
            let fixture = try Fixture(poller, works: HeldWorks(doneAtOnce: true))
            let client = try fixture.client()
            client.send((0..<20).map { get("/later/\($0)") }.joined())
            for index in 0..<20 { #expect(try client.answer().text == "late /later/\(index)") }
        }

        @Test("waits for the bytes before it", arguments: PollerKind.allCases)
        func slowReader(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, works: works)
            let client = try fixture.client(receiveBuffer: 8_192)
            // Together they are more than a socket holds, and less than what is held back for a slow reader.
            client.send(String(repeating: get("/\(String(repeating: "a", count: 7_000))"), count: 8))
            client.send(get("/large") + get("/later") + get("/after"))
            for _ in 0..<8 { #expect(try client.answer().status == 200) }
            #expect(try client.answer().body == Fixture.largeBody)
            works.take(1)[0].finish()
            #expect(try client.answer().text == "late /later")
            #expect(try client.answer().text == "GET /after")
        }

        @Test("is nobody's when the client has gone, and nothing of it stays", arguments: PollerKind.allCases)
        func gone(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, works: works)
            let client = try fixture.client()
            client.send(get("/later"))
            var held = works.take(1)
            client.reset()
            while fixture.server.counters.open > 0 { sched_yield() }
            // Another has its place, and waits in its turn.
            let next = try fixture.client()
            next.send(get("/later/next"))
            held[0].finish()
            weak let work = held.first
            held = []
            let other = try fixture.client()
            other.send(get("/now"))
            #expect(try other.answer().status == 200)
            // The loop may still hold it for the moment in which it finds that nobody waits.
            while work != nil { sched_yield() }
            works.take(1)[0].finish()
            #expect(try next.answer().text == "late /later/next")
        }

        @Test("is asked for without the work when that takes too long", arguments: PollerKind.allCases)
        func overdue(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, usesClock: true, works: works)
            let client = try fixture.client()
            client.send(get("/later/1"))
            let late = works.take(1)
            fixture.advance(milliseconds: 30_200)
            #expect(try client.answer().status == 503)
            // What is done too late does not answer the next.
            client.send(get("/later/2"))
            let held = works.take(1)
            late[0].finish()
            let other = try fixture.client()
            other.send(get("/now"))
            #expect(try other.answer().status == 200)
            held[0].finish()
            let answer = try client.answer()
            #expect(answer.status == 200 && answer.text == "late /later/2")
        }

        @Test("is waited for when the server drains, and is then the last", arguments: PollerKind.allCases)
        func draining(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, works: works)
            let client = try fixture.client()
            client.send(get("/later"))
            let held = works.take(1)
            let idle = try fixture.client()
            let (server, done) = (fixture.server, DispatchSemaphore(value: 0))
            DispatchQueue.global().async { if server.drain(milliseconds: 20_000) { done.signal() } }
            // The idle one closes: from here on the server drains.
            #expect(idle.rest() == [])
            held[0].finish()
            #expect(try client.answer().head.contains("connection: close\r\n"))
            client.close()
            #expect(done.wait(timeout: .now() + 20) == .success)
        }

        @Test("that never comes is cut off with the server", arguments: PollerKind.allCases)
        func cutOff(poller: PollerKind) throws {
            let works = HeldWorks()
            let fixture = try Fixture(poller, works: works)
            let client = try fixture.client()
            client.send(get("/later"))
            let held = works.take(1)
            #expect(!fixture.server.drain(milliseconds: 1))
            #expect(client.isEnded())
            held[0].finish()
            #expect(fixture.server.counters.open == 0)
        }
    }
}
