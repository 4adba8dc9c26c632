import Dispatch
import Testing

@testable import HTTPServer

@Suite("Admission")
struct AdmissionTests {
    private func address(_ host: String) throws -> SocketAddress {
        try #require(SocketAddress.resolve(host: host, port: 1).first)
    }

    @Test("Loops that admit and release at once lose no count")
    func contention() throws {
        var configuration = Configuration()
        configuration.maxConnections = 2
        let admission = Admission(configuration)
        let peer = try address("192.0.2.1")
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<20_000 where admission.admit(peer) == .admitted { admission.release(peer) }
        }
        // All is released: two find room, and not one more.
        #expect(admission.admit(peer) == .admitted)
        #expect(admission.admit(peer) == .admitted)
        #expect(admission.admit(peer) == .full)
    }

    @Test("A subscriber's limit is its own, and an IPv6 /64 is one subscriber")
    func subscribers() throws {
        var configuration = Configuration()
        configuration.maxConnectionsPerAddress = 1
        let admission = Admission(configuration)
        #expect(admission.admit(try address("2001:db8::1")) == .admitted)
        #expect(admission.admit(try address("2001:db8::2")) == .greedy)
        #expect(admission.admit(try address("2001:db8:0:1::1")) == .admitted)
        admission.release(try address("2001:db8::1"))
        #expect(admission.admit(try address("2001:db8::2")) == .admitted)
    }
}
