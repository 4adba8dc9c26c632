import ArgumentParser

/// Where a server is, or is to be.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address or name to listen on; :: is IPv6 and IPv4 (AKISTATA_HOST; default: localhost).")
    private var host: String?

    @Option(help: "The port; 0 for any that is free (AKISTATA_PORT; default: 8080).")
    private var port: UInt16?

    @Option(
        help: ArgumentHelp(
            "A Unix-domain socket instead of an address and a port; mode 0660 (AKISTATA_SOCKET).", valueName: "path"))
    private var socket: String?

    func resolvedHost() throws -> String {
        try host ?? Environment.value("host") ?? "localhost"
    }

    func resolvedPort() throws -> UInt16 {
        try port ?? Environment.value("port") ?? 8080
    }

    /// A path; nil where there is to be an address and a port.
    func resolvedSocket() throws -> String? {
        try socket ?? Environment.value("socket")
    }
}
