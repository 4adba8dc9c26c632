internal import HTTPCore
internal import HTTPServer
internal import Synchronization
import Testing

/// Serial, for the churn counts the sockets of the process.
@Suite("Server", .serialized)
struct ServerTests {
    @Test("A connection persists, and answers every method in turn", arguments: PollerKind.allCases)
    func keepAlive(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let client = try fixture.client()
        for index in 0..<5 {
            client.send(get("/\(index)"))
            let answer = try client.answer()
            #expect(answer.status == 200)
            #expect(answer.text == "GET /\(index)")
            #expect(!answer.head.contains("connection:"))
        }
        client.send(get("/x", method: "HEAD"))
        let head = try client.answer(hasContent: false)
        #expect(head.head.contains("content-length: 7\r\n"))
        client.send(get("/304"))
        let notModified = try client.answer()
        #expect(notModified.status == 304)
        #expect(!notModified.head.contains("content-length"))
        client.send(get("/y"))
        #expect(try client.answer().text == "GET /y")
    }

    @Test("Date is the clock's", arguments: PollerKind.allCases)
    func date(poller: PollerKind) throws {
        let fixture = try Fixture(poller, usesClock: true)
        let client = try fixture.client()
        client.send(get("/"))
        #expect(try client.answer().head.contains("date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"))
    }

    @Test("Sixteen pipelined requests, split anywhere, get sixteen answers in order", arguments: PollerKind.allCases)
    func pipelining(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let wire = Array((0..<16).map { get("/\($0)") }.joined().utf8)
        for split in stride(from: 1, to: wire.count, by: 7) {
            let client = try fixture.client()
            client.send(wire[..<split])
            client.send(wire[split...])
            for index in 0..<16 { #expect(try client.answer().text == "GET /\(index)") }
        }
        let client = try fixture.client()
        for byte in wire.indices { client.send(wire[byte...byte]) }
        for index in 0..<16 { #expect(try client.answer().text == "GET /\(index)") }
    }

    @Test("The connection ends when the client asks, and by default in HTTP/1.0", arguments: PollerKind.allCases)
    func closing(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        for wire in [get("/", fields: "Connection: close\r\n"), get("/", version: "1.0")] {
            let client = try fixture.client()
            client.send(wire)
            #expect(try client.answer().head.contains("connection: close\r\n"))
            #expect(client.rest() == [])
        }
        let client = try fixture.client()
        for _ in 0..<2 {
            client.send(get("/", version: "1.0", fields: "Connection: keep-alive\r\n"))
            #expect(try client.answer().head.contains("connection: keep-alive\r\n"))
        }
    }

    @Test("Content is drained, counted or chunked, and the next request is found", arguments: PollerKind.allCases)
    func content(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let counted = get("/1", method: "POST", fields: "Content-Length: 5\r\n") + "hello"
        let chunked =
            get("/2", method: "PUT", fields: "Transfer-Encoding: chunked\r\n") + "5\r\nhello\r\n0\r\nA: b\r\n\r\n"
        let wire = Array((counted + chunked + get("/3")).utf8)
        for split in stride(from: 1, to: wire.count, by: 5) {
            let client = try fixture.client()
            client.send(wire[..<split])
            client.send(wire[split...])
            #expect(try client.answer().text == "POST /1")
            #expect(try client.answer().text == "PUT /2")
            #expect(try client.answer().text == "GET /3")
        }
    }

    @Test("A client that expects 100 gets it before its content", arguments: PollerKind.allCases)
    func expectation(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let client = try fixture.client()
        client.send(get("/", method: "POST", fields: "Content-Length: 2\r\nExpect: 100-continue\r\n"))
        #expect(try client.answer().head == "HTTP/1.1 100 Continue\r\n\r\n")
        client.send("ok")
        #expect(try client.answer().text == "POST /")
    }

    @Test("A slow reader gets every byte, and holds up nobody", arguments: PollerKind.allCases)
    func slowReader(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let slow = try fixture.client(receiveBuffer: 8_192)
        slow.send(get("/large") + get("/splice") + get("/after"))
        slow.receiveSome(1)
        let other = try fixture.client()
        for _ in 0..<10 {
            other.send(get("/"))
            #expect(try other.answer().status == 200)
        }
        #expect(try slow.answer().body == Fixture.largeBody)
        #expect(try slow.answer().body == Array(Fixture.splice.joined()))
        #expect(try slow.answer().text == "GET /after")
    }

    @Test("Pipelined large answers wait for their reader, not in memory", arguments: PollerKind.allCases)
    func backPressure(poller: PollerKind) throws {
        let answered = Atomic(0)
        let fixture = try Fixture(poller, noting: { _ in answered.add(1, ordering: .relaxed) })
        let client = try fixture.client(receiveBuffer: 8_192)
        client.send(String(repeating: get("/large"), count: 20))
        client.receiveSome(1)
        #expect(answered.load(ordering: .relaxed) <= 2)
        for _ in 0..<20 { #expect(try client.answer().body.count == Fixture.largeBody.count) }
        #expect(answered.load(ordering: .relaxed) == 20)
    }

    @Test("A client that has finished sending still gets its answers", arguments: PollerKind.allCases)
    func halfClose(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        let client = try fixture.client()
        client.send(get("/1") + get("/large"))
        client.finishSending()
        #expect(try client.answer().text == "GET /1")
        #expect(try client.answer().body == Fixture.largeBody)
        #expect(client.rest() == [])
    }

    @Test("A reset in the middle of an answer ends that connection alone", arguments: PollerKind.allCases)
    func reset(poller: PollerKind) throws {
        let fixture = try Fixture(poller)
        for _ in 0..<20 {
            let client = try fixture.client(receiveBuffer: 8_192)
            client.send(get("/large"))
            client.receiveSome(1)
            client.reset()
        }
        let client = try fixture.client()
        client.send(get("/"))
        #expect(try client.answer().status == 200)
    }

    @Test("A bad request gets problem details, then an orderly close", arguments: PollerKind.allCases)
    func badRequests(poller: PollerKind) throws {
        let seen = Mutex<[ParseError?]>([])
        let fixture = try Fixture(poller, noting: { error in seen.withLock { $0.append(error) } })
        let table: [(String, Int)] = [
            ("GET / HTTP/1.1\r\n\r\n", 400), ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
            ("GET / HTTP/2.0\r\n\r\n", 505), (get("/\(String(repeating: "a", count: 9_000))"), 414),
            (get("/", fields: "A: \(String(repeating: "a", count: 20_000))\r\n"), 431),
            (get("/", method: "POST", fields: "Content-Length: 70000\r\n"), 413),
            (get("/", fields: "Expect: tea\r\n"), 417),
            (get("/", method: "POST", fields: "Transfer-Encoding: chunked\r\n") + "x\r\n", 400),
        ]
        for (wire, status) in table {
            let client = try fixture.client()
            // What follows is never answered, nor does it turn the close into a reset that eats the answer.
            client.send(get("/first") + wire + String(repeating: "x", count: 100_000))
            #expect(try client.answer().text == "GET /first")
            let answer = try client.answer()
            #expect(answer.status == status)
            #expect(answer.head.contains("content-type: application/problem+json\r\n"))
            #expect(answer.head.contains("connection: close\r\n"))
            #expect(answer.text.contains("\"status\":\(status)"))
            client.finishSending()
            #expect(client.rest() == [])
        }
        #expect(seen.withLock { $0.compactMap(\.self).count } == table.count)
        #expect(fixture.server.counters.parseErrors == table.count)
    }

    @Test("No answer to HEAD has content, however it is refused", arguments: PollerKind.allCases)
    func refusedHeads(poller: PollerKind) throws {
        let fixture = try Fixture(poller, usesClock: true)
        let table: [(String, Int)] = [
            ("HEAD / HTTP/1.1\r\n\r\n", 400), ("HEAD  / HTTP/1.1\r\n", 400), ("HEAD / HTTP/2.0\r\n", 505),
            ("HEAD /\r\n", 400), ("HEAD\t/\r\n", 400), ("\r\nHEAD / HTTP/1.1\r\nA\r\n", 400),
            ("HEAD /\(String(repeating: "a", count: 9_000))", 414), ("HEAD /\0", 400),
            (get("/", method: "HEAD", fields: "A: \(String(repeating: "a", count: 20_000))\r\n"), 431),
            (get("/", method: "HEAD", fields: "Expect: tea\r\n"), 417),
            (get("/", method: "HEAD", fields: "Content-Length: 70000\r\n"), 413),
            (get("/", method: "HEAD", fields: "Transfer-Encoding: chunked\r\n") + "x\r\n", 400),
            (get("/", method: "HEAD", fields: "Transfer-Encoding: gzip, chunked\r\n"), 501),
        ]
        for (wire, status) in table {
            let client = try fixture.client()
            client.send(get("/first") + wire)
            #expect(try client.answer().text == "GET /first")
            let answer = try client.answer(hasContent: false)
            #expect(answer.status == status && answer.head.contains("connection: close\r\n"), "\(wire.prefix(80))")
            client.finishSending()
            #expect(client.rest() == [], "\(wire.prefix(80))")
        }
        for wire in ["HEAD / HT", get("/", method: "HEAD", fields: "Content-Length: 9\r\n") + "a"] {
            let client = try fixture.client()
            client.send(get("/first") + wire)
            #expect(try client.answer().text == "GET /first")
            fixture.advance(milliseconds: 40_000)
            #expect(try client.answer(hasContent: false).status == 408)
            client.finishSending()
            #expect(client.rest() == [])
        }
    }

    @Test("The last request a connection may make says so", arguments: PollerKind.allCases)
    func requestLimit(poller: PollerKind) throws {
        let fixture = try Fixture(poller) { $0.maxRequestsPerConnection = 2 }
        let client = try fixture.client()
        client.send(get("/1") + get("/2") + get("/3"))
        #expect(try !client.answer().head.contains("connection:"))
        #expect(try client.answer().head.contains("connection: close"))
        client.finishSending()
        #expect(client.rest() == [])
    }

    @Test("Too many connections, in all or of one address, are told so", arguments: PollerKind.allCases)
    func connectionLimits(poller: PollerKind) throws {
        let table: [(status: Int, change: (inout Configuration) -> Void)] = [
            (503, { $0.maxConnections = 2 }), (429, { $0.maxConnectionsPerAddress = 2 }),
        ]
        for (status, change) in table {
            let fixture = try Fixture(poller, change)
            let admitted = try (0..<2).map { _ in try fixture.client() }
            let refused = try fixture.client()
            let answer = try refused.answer()
            #expect(answer.status == status)
            #expect(answer.head.contains("retry-after: 5\r\n"))
            refused.finishSending()
            #expect(refused.rest() == [])
            #expect(fixture.server.counters.refused == 1)
            // Two still work, and one that goes makes room for another.
            admitted[0].send(get("/", fields: "Connection: close\r\n"))
            #expect(try admitted[0].answer().status == 200)
            #expect(admitted[0].rest() == [])
            let next = try fixture.client()
            next.send(get("/"))
            #expect(try next.answer().status == 200)
        }
    }

    @Test("Where no descriptor is left, accepting pauses and comes back", arguments: PollerKind.allCases)
    func exhaustion(poller: PollerKind) throws {
        let failures = Atomic(0)
        let isExhausted = Atomic(false)
        let fixture = try Fixture(poller, usesClock: true) {
            $0.acceptFault = {
                let fails = isExhausted.load(ordering: .sequentiallyConsistent)
                if fails { failures.add(1, ordering: .sequentiallyConsistent) }
                return fails
            }
        }
        let first = try fixture.client()
        first.send(get("/"))
        #expect(try first.answer().status == 200)
        isExhausted.store(true, ordering: .sequentiallyConsistent)
        let waiting = try fixture.client()
        waiting.send(get("/waited"))
        // The other connection is served meanwhile, and the loop does not try again and again.
        for _ in 0..<200 {
            first.send(get("/"))
            #expect(try first.answer().status == 200)
        }
        #expect(failures.load(ordering: .sequentiallyConsistent) == 1)
        isExhausted.store(false, ordering: .sequentiallyConsistent)
        fixture.advance(milliseconds: 1_000)
        #expect(try waiting.answer().text == "GET /waited")
        // A connection that closes ends a pause, too.
        isExhausted.store(true, ordering: .sequentiallyConsistent)
        let second = try fixture.client()
        second.send(get("/again"))
        first.send(get("/"))
        #expect(try first.answer().status == 200)
        isExhausted.store(false, ordering: .sequentiallyConsistent)
        first.close()
        #expect(try second.answer().text == "GET /again")
    }

    @Test("Every loop listens, on each address of localhost", arguments: PollerKind.allCases)
    func loops(poller: PollerKind) throws {
        let fixture = try Fixture(poller) {
            $0.loops = 3
            $0.host = "localhost"
        }
        for index in 0..<30 {
            let client = try fixture.client()
            client.send(get("/\(index)"))
            #expect(try client.answer().text == "GET /\(index)")
        }
        #expect(fixture.server.counters.requests == 30)
        #expect(fixture.server.counters.accepted == 30)
    }

    @Test("A busy port is one clear error, with one loop or several", arguments: [1, 2])
    func busyPort(loops: Int) throws {
        let fixture = try Fixture(.platform) { $0.loops = loops }
        for others in [1, 2] {
            let error = #expect(throws: SocketError.self) {
                _ = try Fixture(.platform) {
                    $0.port = fixture.port
                    $0.loops = others
                }
            }
            #expect(error == .addressInUse("127.0.0.1:\(fixture.port)"))
            #expect(error?.description == "127.0.0.1:\(fixture.port) is already in use")
        }
    }

    @Test("A host that is none of ours, or nobody's, is a clear error", arguments: ["192.0.2.1", "no such host"])
    func badHosts(host: String) {
        let error = #expect(throws: SocketError.self) { _ = try Fixture(.platform) { $0.host = host } }
        #expect(error?.description.contains(host) == true)
    }

    @Test("A server starts once")
    func startsOnce() throws {
        let fixture = try Fixture(.platform)
        #expect(throws: SocketError.alreadyStarted) { _ = try fixture.server.start() }
    }
}
