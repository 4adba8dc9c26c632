internal import Foundation

/// The listening sockets of a server, distributed among its loops.
///
/// Each loop has its own socket for each address, and the kernel balances connections among them. A Unix-domain socket,
/// or one inherited from another process, cannot be multiplied: each loop has its own descriptor for it, and the first
/// one to wake up accepts.
struct ListeningSockets {
    /// The sockets of each loop.
    private(set) var byLoop: [[ListeningSocket]]
    /// The addresses they listen on, in order.
    private(set) var addresses: [SocketAddress] = []
    /// The file of a Unix-domain socket, to be removed on shutdown.
    private(set) var file: UnixSocketFile?

    private let configuration: Configuration

    /// Opens the sockets that the configuration asks for.
    init(_ configuration: Configuration) throws(SocketError) {
        self.configuration = configuration
        let count = System.balancesListeners ? max(1, configuration.loops) : 1
        byLoop = Array(repeating: [], count: count)
        if !configuration.descriptors.isEmpty {
            for descriptor in configuration.descriptors {
                try share(ListeningSocket(try Socket.adopting(descriptor)))
            }
        } else if let path = configuration.socketPath {
            let (socket, file) = try UnixSocketFile.listen(at: path, backlog: configuration.backlog)
            self.file = file
            try share(socket)
        } else {
            try listenOnHost()
        }
    }

    private mutating func share(_ listening: ListeningSocket) throws(SocketError) {
        addresses.append(try listening.socket.localAddress())
        byLoop[0].append(listening)
        for index in byLoop.indices.dropFirst() {
            byLoop[index].append(ListeningSocket(try listening.socket.duplicate()))
        }
    }

    /// Opens a socket for every loop on each address of the host. An address that the machine does not have is skipped
    /// as long as there is another: `localhost` may name IPv6 where there is none.
    private mutating func listenOnHost() throws(SocketError) {
        var failure: SocketError?
        let sharesPort = byLoop.count > 1 || configuration.sharesPort
        for address in try SocketAddress.resolve(host: configuration.host, port: configuration.port) {
            var address = address
            // All addresses have the same port, even if the kernel chose it.
            if let first = addresses.first { address.port = first.port }
            do throws(SocketError) {
                if sharesPort, !configuration.sharesPort, address.port != 0 { try Socket.probe(address) }
                for index in byLoop.indices {
                    let socket = try Socket.listening(
                        on: address, backlog: configuration.backlog, sharesPort: sharesPort)
                    if index == 0 { address = try socket.localAddress() }
                    byLoop[index].append(ListeningSocket(socket))
                }
                addresses.append(address)
            } catch .addressNotAvailable(let text) {
                failure = .addressNotAvailable(text)
            }
        }
        if addresses.isEmpty, let failure { throw failure }
    }
}
