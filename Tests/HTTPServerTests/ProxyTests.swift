internal import Foundation
internal import HTTPCore
import Testing

@testable import HTTPServer

extension ServerTests {
    @Suite("Behind a proxy")
    struct ProxyTests {
        private let clients = Locked<[String]>([])

        /// A server that trusts the peers in the list.
        private func fixture(
            _ poller: PollerKind, trusting list: String?, fields: TrustedProxies.Fields = .xForwarded,
            speaksProxyProtocol: Bool = false, maxPerAddress: Int = 1_000
        ) throws -> Fixture {
            try Fixture(
                poller, usesClock: true,
                {
                    $0.proxies = list.flatMap { TrustedProxies($0) } ?? TrustedProxies()
                    $0.proxies.fields = fields
                    $0.speaksProxyProtocol = speaksProxyProtocol
                    $0.maxConnectionsPerAddress = maxPerAddress
                },
                recording: { [clients] record in
                    clients.withLock { $0.append(String(decoding: record.client, as: UTF8.self)) }
                })
        }

        private var lastClient: String? { clients.withLock { $0.last } }

        private static let both =
            "X-Forwarded-For: 6.6.6.6, 192.0.2.43\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: a.example\r\n"
            + "Forwarded: for=192.0.2.44;proto=https;host=b.example\r\n"

        @Test(
            "Client and origin are those that a trusted peer says, and any other peer says nothing",
            arguments: [
                ("127.0.0.1", .xForwarded, "192.0.2.43", "https://a.example"),
                ("127.0.0.0/8,::1", .forwarded, "192.0.2.44", "https://b.example"),
                (nil, .xForwarded, nil, "http://localhost"), ("192.0.2.43,unix", .xForwarded, nil, "http://localhost"),
                ("::/0", .forwarded, nil, "http://localhost"),
            ] as [(String?, TrustedProxies.Fields, String?, String)])
        func forwarded(list: String?, fields: TrustedProxies.Fields, client: String?, origin: String) throws {
            let fixture = try fixture(.portable, trusting: list, fields: fields)
            let peer = try fixture.client()
            peer.send(get("/origin", fields: ProxyTests.both))
            #expect(try peer.answer().text == origin)
            let logged = try #require(lastClient)
            #expect(client == nil ? logged.hasPrefix("127.0.0.1:") : logged == client)
            // The next on the same connection is another's.
            peer.send(get("/origin", fields: "X-Forwarded-For: 192.0.2.45\r\nForwarded: for=192.0.2.45\r\n"))
            #expect(try peer.answer().text == "http://localhost")
            #expect(client == nil ? lastClient == logged : lastClient == "192.0.2.45")
        }

        @Test("A trusted proxy has as many connections as it needs", arguments: [("127.0.0.1", 200), ("::1", 429)])
        func connections(list: String, status: Int) throws {
            let fixture = try fixture(.platform, trusting: list, maxPerAddress: 1)
            let first = try fixture.client()
            first.send(get("/"))
            #expect(try first.answer().status == 200)
            let second = try fixture.client()
            second.send(get("/"))
            #expect(try second.answer().status == status)
        }

        private static let header = "PROXY TCP4 192.0.2.43 198.51.100.1 56324 443\r\n"
        private static let local = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10, 0x20, 0, 0, 0] as [UInt8]
        /// From 2001:db8::17, port 80, with four bytes that are skipped.
        private static let binary: [UInt8] = {
            let zeros = [UInt8](repeating: 0, count: 16)
            let source: [UInt8] = [0x20, 1, 0x0D, 0xB8] + zeros[..<11] + [0x17]
            let rest: [UInt8] = zeros + [0, 80, 0, 80, 4, 0, 1, 0]
            return local[..<12] + [0x21, 0x21, 0, 40] + source + rest
        }()

        @Test(
            "A header says whose the connection is; what that client then says counts only where it is trusted",
            arguments: [
                (Array(header.utf8), "127.0.0.1", "192.0.2.43:56324", "http://localhost"),
                (Array(header.utf8), "127.0.0.1,192.0.2.43", "6.6.6.6", "https://a.example"),
                (binary, "127.0.0.1", "[2001:db8::17]:80", "http://localhost"),
                (local, "127.0.0.1", "192.0.2.43", "https://a.example"),
                (Array("PROXY UNKNOWN\r\n".utf8), "127.0.0.1", nil, "http://localhost"),
            ] as [([UInt8], String, String?, String)])
        func headers(header: [UInt8], list: String, client: String?, origin: String) throws {
            let fixture = try fixture(.platform, trusting: list, speaksProxyProtocol: true)
            let wire = header + get("/origin", fields: ProxyTests.both).utf8
            for pieces in [[wire[...]], wire.indices.map { wire[$0...$0] }] {
                let peer = try fixture.client()
                for piece in pieces { peer.send(piece) }
                #expect(try peer.answer().text == origin)
                let logged = try #require(lastClient)
                #expect(client == nil ? logged.hasPrefix("127.0.0.1:") : logged == client)
                // It stands before the first request alone.
                peer.send(get("/"))
                #expect(try peer.answer().status == 200)
                peer.send(header[...])
                #expect(try peer.answer().status >= 400)
            }
        }

        @Test("The limit by address is that of the client in the header", arguments: PollerKind.allCases)
        func limits(poller: PollerKind) throws {
            let fixture = try fixture(poller, trusting: "127.0.0.1", speaksProxyProtocol: true, maxPerAddress: 1)
            let first = try fixture.client()
            first.send(ProxyTests.header + get("/"))
            #expect(try first.answer().status == 200)
            for method in ["GET", "HEAD"] {
                let second = try fixture.client()
                second.send(ProxyTests.header + get("/", method: method))
                let answer = try second.answer(hasContent: method == "GET")
                #expect(answer.status == 429)
                let rest: [UInt8] = second.rest()
                #expect(rest.isEmpty)
            }
            let other = try fixture.client()
            other.send(ProxyTests.header.replacing(".43", with: ".44") + get("/"))
            #expect(try other.answer().status == 200)
            #expect(fixture.server.counters.refusedGreedy == 2)
            first.close()
            while fixture.server.counters.open > 1 {}
            let next = try fixture.client()
            next.send(ProxyTests.header + get("/"))
            #expect(try next.answer().status == 200)
        }

        @Test("What begins otherwise, or comes from another, is closed without a word", arguments: PollerKind.allCases)
        func refused(poller: PollerKind) throws {
            let starts = [get("/"), "PROXY TCP9 192.0.2.43 ::1 1 2\r\n" + get("/"), "\u{16}\u{3}\u{1}", "PROXX"]
            for (list, starts) in [("127.0.0.1", starts), ("::1", [ProxyTests.header + get("/"), get("/")])] {
                let fixture = try fixture(poller, trusting: list, speaksProxyProtocol: true)
                for start in starts {
                    let peer = try fixture.client()
                    peer.send(start)
                    let rest: [UInt8] = peer.rest()
                    #expect(rest.isEmpty)
                }
                let counters = fixture.server.counters
                #expect(counters.refusedUnproxied == starts.count && counters.refused == starts.count)
                #expect(counters.requests == 0 && counters.parseErrors == 0)
            }
        }

        @Test("A header that does not come in the time of a head is not waited for", arguments: ["", "PROXY TCP4 1"])
        func late(start: String) throws {
            let fixture = try fixture(.platform, trusting: "127.0.0.1", speaksProxyProtocol: true)
            let peer = try fixture.client()
            peer.send(start)
            while fixture.server.counters.accepted == 0 {}
            // Whoever comes later is served: the deadline of the first runs.
            let other = try fixture.client()
            other.send(ProxyTests.header + get("/"))
            #expect(try other.answer().status == 200)
            fixture.advance(milliseconds: 11_000)
            let rest: [UInt8] = peer.rest()
            #expect(rest.isEmpty)
            #expect(fixture.server.counters.refusedUnproxied == 1)
        }

        @Test("Peers of a Unix-domain socket are trusted where the list says so", arguments: ["unix", "10.0.0.0/8"])
        func unix(list: String) throws {
            var storage = sockaddr_storage()
            storage.ss_family = sa_family_t(AF_UNIX)
            let peer = try #require(SocketAddress(storage))
            #expect(try #require(TrustedProxies(list)).contains(peer) == (list == "unix"))
            #expect(peer.subscriber == nil && peer.description == "unix")
        }
    }
}
