import ArgumentParser

/// How a server ends.
struct DrainOptions: ParsableArguments {
    private static let delay = Setting(
        "drain-delay",
        "After SIGTERM, for a load balancer to see 503 at /readyz, while everything is still answered",
        Milliseconds(0)...Milliseconds(600_000), default: Milliseconds(0))
    private static let timeout = Setting(
        "drain-timeout", "Then, for requests under way to be answered before they are cut off",
        Milliseconds(0)...Milliseconds(3_600_000), default: Milliseconds(10_000))

    @Option(help: DrainOptions.delay.help, transform: DrainOptions.delay.parse) private var drainDelay: Milliseconds?
    @Option(help: DrainOptions.timeout.help, transform: DrainOptions.timeout.parse) private var drainTimeout:
        Milliseconds?

    func resolvedDelay() throws -> Milliseconds { try DrainOptions.delay.value(drainDelay) }

    func resolvedTimeout() throws -> Milliseconds { try DrainOptions.timeout.value(drainTimeout) }
}
