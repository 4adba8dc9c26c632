import ArgumentParser
import HTTPCore
import HTTPServer
import Server

/// The proxies in front of the server, and what is believed of what they say.
struct ProxyOptions: ParsableArguments {
    private static let trusting = Setting(
        "trusted-proxy", "An address, block or unix whose word on client, scheme and host counts; several with commas",
        default: TrustedProxies())

    @Option(
        name: .customLong(trusting.name), help: ArgumentHelp(trusting.help, valueName: "address"),
        transform: { try TrustedProxies.parse($0) })
    private var trusted: [TrustedProxies] = []

    @Option private var fields = Setting(
        "proxy-fields", "The fields in which they say it; the others count for nothing: x-forwarded or forwarded",
        default: TrustedProxies.Fields.xForwarded)

    /// Applies these options after those of the address. Throws if one is invalid.
    func apply(to configuration: inout Configuration) throws {
        if trusted.isEmpty {
            configuration.proxies = try ProxyOptions.trusting.value()
        } else {
            for proxies in trusted { configuration.proxies.add(proxies) }
        }
        configuration.proxies.fields = try fields.value()
        if configuration.speaksProxyProtocol, configuration.proxies.isEmpty {
            throw ValidationError(
                "--proxy-protocol needs --trusted-proxy: without one, every connection would be closed.")
        }
    }
}

extension TrustedProxies: SettingValue {
    package static let form = "an address, a block such as 10.0.0.0/8, or unix"

    package init?(argument: String) {
        self.init(argument)
    }

    /// Clears the bits that a block does not share.
    package static func guess(from text: String) -> String? { AddressBlock(around: text)?.description }
}

extension TrustedProxies.Fields: SettingChoice {}
