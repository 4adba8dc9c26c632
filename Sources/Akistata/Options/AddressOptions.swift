import ArgumentParser
import HTTPServer
import Server

/// Where a server is, or is to be.
struct AddressOptions: ParsableArguments {
    @Option(as: "host")
    private var host = Setting("host", "The address or name to listen on; :: is IPv6 and IPv4", default: "localhost")

    @Option private var port = Setting(
        "port", "The port; 0 for any that is free", within: 0...Int(UInt16.max), default: 8_080)

    @Option(as: "path")
    private var socket = Setting<String?>(
        "socket", "A Unix-domain socket instead of an address and a port; mode 0660")

    /// Throws for what is out of bounds.
    func apply(to configuration: inout Configuration) throws {
        configuration.host = try host.value()
        configuration.port = UInt16(clamping: try port.value())
        configuration.socketPath = try socket.value()
    }
}
