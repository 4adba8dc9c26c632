import Dispatch
import Testing

@testable import HTTPServer

@Suite("The limits of connections")
struct ConnectionLimiterTests {
    private func address(_ host: String) throws -> SocketAddress {
        try #require(SocketAddress.resolve(host: host, port: 1).first)
    }

    @Test("Loops that admit and release at once lose no count")
    func contention() throws {
        var configuration = Configuration()
        configuration.maxConnections = 2
        let limiter = ConnectionLimiter(configuration)
        let peer = try address("192.0.2.1")
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<20_000 where limiter.admit(peer) == .admitted { limiter.release(peer) }
        }
        // All is released: two find room, and not one more.
        #expect(limiter.admit(peer) == .admitted)
        #expect(limiter.admit(peer) == .admitted)
        #expect(limiter.admit(peer) == .full)
    }

    @Test("A subscriber's limit is its own, and an IPv6 /64 is one subscriber")
    func subscribers() throws {
        var configuration = Configuration()
        configuration.maxConnectionsPerAddress = 1
        let limiter = ConnectionLimiter(configuration)
        #expect(limiter.admit(try address("2001:db8::1")) == .admitted)
        #expect(limiter.admit(try address("2001:db8::2")) == .greedy)
        #expect(limiter.admit(try address("2001:db8:0:1::1")) == .admitted)
        limiter.release(try address("2001:db8::1"))
        #expect(limiter.admit(try address("2001:db8::2")) == .admitted)
    }
}
