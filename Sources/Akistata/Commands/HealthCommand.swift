import ArgumentParser

/// `akistata health`: whether the server of the same options and variables takes requests. For container engines, whose
/// images have no other client.
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Exit with 0 when a server answers /readyz with 200.", shouldDisplay: false)

    @OptionGroup var address: AddressOptions

    func run() throws {
        let (host, port) = (try address.resolvedHost(), try address.resolvedPort())
        guard let answer = Probe.statusLine(host: host, port: port, target: "/readyz") else {
            StandardError.print("akistata: nothing answers at \(host), port \(port)")
            throw ExitCode(1)
        }
        guard answer.hasPrefix("HTTP/1.1 200 ") else {
            StandardError.print("akistata: not ready: \(answer)")
            throw ExitCode(1)
        }
        print("ready")
    }
}
