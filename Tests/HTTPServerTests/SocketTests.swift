import Foundation
import Testing

@testable import HTTPServer

@Suite("Socket")
struct SocketTests {
    @Test("An accepted connection sends small writes at once, as its listener was told to", arguments: [false, true])
    func noDelay(isAdopted: Bool) throws {
        let address = try #require(SocketAddress.resolve(host: "127.0.0.1", port: 0).first)
        var listener = try Socket.listening(on: address, backlog: 1, sharesPort: false)
        if isAdopted { listener = try Socket.adopting(fcntl(listener.descriptor, F_DUPFD_CLOEXEC, 0)) }
        let client = try Client(port: try listener.localAddress().port)
        switch listener.accept() {
        case .connection(let socket, _):
            #expect(Socket.option(TCP_NODELAY, of: socket.descriptor, at: System.tcp) == 1)
        case .none: Issue.record("nobody is waiting")
        case .exhausted: Issue.record("there is no descriptor left")
        }
        client.finishSending()
    }
}
