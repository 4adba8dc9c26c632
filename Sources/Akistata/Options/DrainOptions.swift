import ArgumentParser
import Server

/// How the server ends.
struct DrainOptions: ParsableArguments {
    @Option private(set) var delay = Setting(
        "drain-delay",
        "After SIGTERM, for a load balancer to see 503 at /readyz, while everything is still answered",
        within: Milliseconds(0)...Milliseconds(600_000), default: Milliseconds(0))

    @Option private(set) var timeout = Setting(
        "drain-timeout", "Then, for requests under way to be answered before they are cut off",
        within: Milliseconds(0)...Milliseconds(3_600_000), default: Milliseconds(10_000))
}
