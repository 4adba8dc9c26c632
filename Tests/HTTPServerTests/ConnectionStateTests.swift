import HTTPCore
import Testing

@testable import HTTPServer

@Suite("Connection state")
struct ConnectionStateTests {
    /// Runs a state over bytes that arrive in pieces and writes down what it asks for.
    private func trace(_ state: inout ConnectionState, _ pieces: [String]) -> [String] {
        var kept: [UInt8] = []
        var actions: [String] = []
        for piece in pieces {
            kept += Array(piece.utf8)
            while true {
                switch state.next(kept.span) {
                case .answer(let head, let length, let persists):
                    actions.append("\(head.method.rawValue) \(length) \(persists)")
                    kept.removeFirst(length)
                    continue
                case .sendContinue:
                    actions.append("100")
                    continue
                case .refuse(let error): return actions + ["\(error)"]
                case .receive(let keep): kept.removeLast(kept.count - keep)
                }
                actions.append("\(state.awaited(kept: kept.count)) \(kept.count)")
                break
            }
        }
        return actions
    }

    @Test(
        "What is asked for follows from what came",
        arguments: [
            ([""], ["head 0"]),
            (["GET"], ["head 3"]),
            ([get("/")], ["GET 35 true", "idle 0"]),
            ([get("/") + "GET"], ["GET 35 true", "head 3"]),
            ([get("/", fields: "Connection: close\r\n")], ["GET 54 false", "idle 0"]),
            (
                [get("/", method: "POST", fields: "Content-Length: 4\r\n"), "ab", "cd"],
                ["content 55", "content 55", "POST 57 true", "idle 0"]
            ),
            (
                [get("/", method: "POST", fields: "Content-Length: 4\r\nExpect: 100-continue\r\n"), "abcd"],
                ["100", "content 77", "POST 81 true", "idle 0"]
            ),
            (
                [get("/", method: "POST", fields: "Content-Length: 4\r\nExpect: 100-continue\r\n") + "abcd"],
                ["POST 81 true", "idle 0"]
            ),
            (["\0"], ["forbiddenControl"]),
            ([get("/", method: "POST", fields: "Transfer-Encoding: chunked\r\n") + "x"], ["malformedChunk"]),
        ])
    func actions(pieces: [String], expected: [String]) {
        var state = ConnectionState(Configuration())
        #expect(trace(&state, pieces) == expected)
    }

    @Test("The last request allowed, and any while draining, does not persist")
    func limits() {
        var configuration = Configuration()
        configuration.maxRequestsPerConnection = 2
        var state = ConnectionState(configuration)
        #expect(trace(&state, [get("/"), get("/")]) == ["GET 35 true", "idle 0", "GET 35 false", "idle 0"])
        var draining = ConnectionState(Configuration())
        draining.isDraining = true
        #expect(trace(&draining, [get("/")]) == ["GET 35 false", "idle 0"])
    }

    @Test("A token names one connection, and not the next in its place")
    func tokens() throws {
        var table = ConnectionTable()
        let peer = try #require(SocketAddress.resolve(host: "127.0.0.1", port: 1).first)
        func connection() -> Connection {
            Connection(
                Socket(owning: -1), peer: ConnectionPeer(peer, Configuration()), isAdmitted: false, Configuration())
        }
        let first = table.insert(connection())
        let removed = table.remove(first)
        #expect(removed != nil)
        let second = table.insert(connection())
        #expect(first != second)
        #expect(table[first] == nil)
        #expect(table.remove(first) == nil)
        #expect(table[second] != nil)
        #expect(table.count == 1)
        #expect(table[ConnectionTable.reserved(0)] == nil)
    }

    @Test(
        "Addresses are written as in a URL, and a subscriber is an address or a /64",
        arguments: [
            ("127.0.0.1", "127.0.0.1:80", "127.0.0.1"), ("203.0.113.255", "203.0.113.255:80", "203.0.113.255"),
            ("0.0.0.10", "0.0.0.10:80", "0.0.0.10"), ("2001:db8::1", "[2001:db8::1]:80", "2001:db8::"),
            ("::1", "[::1]:80", "::"), ("::ffff:192.0.2.7", "192.0.2.7:80", "192.0.2.7"),
        ])
    func addresses(host: String, text: String, subscriber: String) throws {
        let address = try #require(SocketAddress.resolve(host: host, port: 80).first)
        #expect(address.description == text && address.bytes == Array(text.utf8))
        #expect(address.subscriber?.description == subscriber)
    }
}
