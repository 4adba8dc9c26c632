import ArgumentParser

/// Where a server is, or is to be.
struct AddressOptions: ParsableArguments {
    @Option(help: "The address or name to listen on (AKISTATA_HOST; default: localhost).")
    private var host: String?

    @Option(help: "The port; 0 for any that is free (AKISTATA_PORT; default: 8080).")
    private var port: UInt16?

    func resolvedHost() throws -> String {
        try host ?? Environment.value("AKISTATA_HOST") ?? "localhost"
    }

    func resolvedPort() throws -> UInt16 {
        try port ?? Environment.value("AKISTATA_PORT") ?? 8080
    }
}
