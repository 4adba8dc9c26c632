import ArgumentParser
import HTTPServer
import Server

/// Where the server listens, or where it can be found.
struct AddressOptions: ParsableArguments {
    @Option(as: "host")
    private var host = Setting("host", "The address or name to listen on; :: is IPv6 and IPv4", default: "localhost")

    @Option private var port = Setting(
        "port", "The port; 0 for any free one", within: 0...Int(UInt16.max), default: 8_080)

    @Option(as: "path")
    private var socket = Setting<String?>(
        "socket", "A Unix-domain socket instead of an address and a port; mode 0660")

    /// Applies these options. Throws if one is out of range.
    func apply(to configuration: inout Configuration) throws {
        configuration.host = try host.value()
        configuration.port = UInt16(clamping: try port.value())
        configuration.socketPath = try socket.value()
    }
}
