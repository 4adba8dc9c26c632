import ArgumentParser
import HTTPServer
import Server

/// Where the server listens, or where it can be found, and how a connection begins.
struct AddressOptions: ParsableArguments {
    @Option(as: "host")
    private var host = Setting("host", "The address or name to listen on; :: is IPv6 and IPv4", default: "localhost")

    @Option private var port = Setting(
        "port", "The port; 0 for any free one", within: 0...Int(UInt16.max), default: 8_080)

    @Option(as: "path")
    private var socket = Setting<String?>(
        "socket", "A Unix-domain socket instead of an address and a port; mode 0660")

    private static let proxying = Switch(
        "proxy-protocol", "Take only connections that a trusted proxy begins with a header of the PROXY protocol")

    @Flag(AddressOptions.proxying) private var speaksProxyProtocol = false

    /// Applies these options. Throws if one is out of range.
    func apply(to configuration: inout Configuration) throws {
        configuration.host = try host.value()
        configuration.port = UInt16(clamping: try port.value())
        configuration.socketPath = try socket.value()
        configuration.speaksProxyProtocol = try AddressOptions.proxying.isOn(speaksProxyProtocol)
    }
}
