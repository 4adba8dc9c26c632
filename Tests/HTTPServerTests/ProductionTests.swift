import HTTPCore
import HTTPServer
import Synchronization
import Testing

@Suite("Content that is made while it is sent")
struct ProductionTests {
    /// Counts the chunks that were made.
    private final class Made: Sendable {
        let chunks = Atomic(0)
    }

    private static let size = 30_000

    /// `count` chunks, an empty one after each, at `/produced`; the usual answers elsewhere.
    private func fixture(_ poller: PollerKind, count: Int, _ made: Made = Made()) throws -> Fixture {
        let body = Body {
            var place = 0
            return {
                guard place < count * 2 else { return nil }
                defer { place += 1 }
                guard place % 2 == 0 else { return [] }
                made.chunks.add(1, ordering: .relaxed)
                return [UInt8](repeating: UInt8(truncatingIfNeeded: place), count: ProductionTests.size)
            }
        }
        return try Fixture(poller, usesClock: true, produced: body)
    }

    private func content(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { [UInt8](repeating: UInt8(truncatingIfNeeded: $0 * 2), count: ProductionTests.size) }
    }

    @Test("arrives whole, in chunks, between other answers on the same connection", arguments: PollerKind.allCases)
    func chunked(poller: PollerKind) throws {
        let fixture = try fixture(poller, count: 100)
        let client = try fixture.client()
        client.send(get("/before") + get("/produced") + get("/produced", method: "HEAD") + get("/after"))
        #expect(try client.answer().text == "GET /before")
        let answer = try client.answer()
        #expect(answer.body == content(100))
        #expect(!answer.head.contains("content-length"))
        let head = try client.answer(hasContent: false)
        #expect(head.head == answer.head)
        #expect(try client.answer().text == "GET /after")
    }

    @Test("ends with the connection for a client of HTTP/1.0, which knows no chunks", arguments: PollerKind.allCases)
    func oldClient(poller: PollerKind) throws {
        let fixture = try fixture(poller, count: 20)
        let client = try fixture.client()
        client.send(get("/produced", version: "1.0", fields: "Connection: keep-alive\r\n"))
        let answer = try client.answer()
        #expect(answer.head.contains("\r\nconnection: close\r\n"))
        #expect(!answer.head.contains("transfer-encoding"))
        #expect(client.rest() == content(20))
    }

    @Test("is made no faster than it is read, and holds up nobody", arguments: PollerKind.allCases)
    func backPressure(poller: PollerKind) throws {
        let made = Made()
        let fixture = try fixture(poller, count: 4_000, made)
        let slow = try fixture.client(receiveBuffer: 8_192)
        slow.send(get("/produced") + get("/after"))
        slow.receiveSome(1)
        let other = try fixture.client()
        for _ in 0..<10 {
            other.send(get("/"))
            #expect(try other.answer().status == 200)
        }
        // What the kernel takes, of 120 MB.
        #expect(made.chunks.load(ordering: .relaxed) < 400)
        #expect(try slow.answer().body.count == 4_000 * ProductionTests.size)
        #expect(try slow.answer().text == "GET /after")
    }

    @Test("is no longer made when its reader is gone", arguments: PollerKind.allCases)
    func gone(poller: PollerKind) throws {
        let made = Made()
        let fixture = try fixture(poller, count: 1_000_000, made)
        let client = try fixture.client(receiveBuffer: 8_192)
        client.send(get("/produced"))
        client.receiveSome(1)
        client.reset()
        let other = try fixture.client()
        other.send(get("/"))
        #expect(try other.answer().status == 200)
        #expect(made.chunks.load(ordering: .relaxed) < 1_000)
    }
}
