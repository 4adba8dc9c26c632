import Dispatch
import HTTPCore
import Testing

@testable import HTTPServer

@Suite("The limits of connections")
struct ConnectionLimiterTests {
    private func address(_ host: String) throws -> IPAddress? {
        try #require(SocketAddress.resolve(host: host, port: 1).first).subscriber
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

    @Test("A connection that is nobody's counts in total alone, until its subscriber is known")
    func assigned() throws {
        var configuration = Configuration()
        (configuration.maxConnections, configuration.maxConnectionsPerAddress) = (3, 1)
        let limiter = ConnectionLimiter(configuration)
        let subscriber = try #require(try address("192.0.2.1"))
        for _ in 0..<3 { #expect(limiter.admit(nil) == .admitted) }
        #expect(limiter.admit(nil) == .full)
        #expect(limiter.assign(to: subscriber))
        #expect(!limiter.assign(to: subscriber))
        limiter.release(nil)
        #expect(limiter.admit(subscriber) == .greedy)
        limiter.release(subscriber)
        #expect(limiter.admit(subscriber) == .admitted)
    }
}
