import ArgumentParser
import HTTPCore
import HTTPServer
import Server

/// The command `akistata health`, which tells whether the server with the same options and variables accepts requests.
/// For container engines, whose images have no other client.
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Exit with 0 if the server responds to /readyz with 200.")

    @OptionGroup var address: AddressOptions

    func run() throws {
        let target = "/readyz"
        var server = Configuration()
        try address.apply(to: &server)
        let header = server.speaksProxyProtocol ? ProxyHeader.local : []
        let answer: String?
        let place: String
        if let path = server.socketPath {
            answer = Probe.statusLine(socket: path, target: target, after: header)
            place = path
        } else {
            answer = Probe.statusLine(host: server.host, port: server.port, target: target, after: header)
            place = "\(server.host), port \(server.port)"
        }
        guard let answer else {
            StandardStream.errors.print("akistata: no response from \(place)")
            throw ExitCode(1)
        }
        guard answer.hasPrefix("HTTP/1.1 200 ") else {
            StandardStream.errors.print("akistata: not ready: \(answer)")
            throw ExitCode(1)
        }
        StandardStream.output.print("ready")
    }
}
