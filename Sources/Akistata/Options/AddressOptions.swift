import ArgumentParser

/// Where a server is, or is to be.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address or name to listen on; :: is IPv6 and IPv4 (AKISTATA_HOST; default: localhost).")
    private var host: String?

    private static let port = Setting("port", "The port; 0 for any that is free", 0...Int(UInt16.max), default: 8_080)

    @Option(help: AddressOptions.port.help, transform: AddressOptions.port.parse) private var port: Int?

    @Option(
        help: ArgumentHelp(
            "A Unix-domain socket instead of an address and a port; mode 0660 (AKISTATA_SOCKET).", valueName: "path"))
    private var socket: String?

    func resolvedHost() throws -> String {
        try host ?? Environment.value("host") ?? "localhost"
    }

    func resolvedPort() throws -> UInt16 {
        UInt16(clamping: try AddressOptions.port.value(port))
    }

    /// A path; nil where there is to be an address and a port.
    func resolvedSocket() throws -> String? {
        try socket ?? Environment.value("socket")
    }
}
