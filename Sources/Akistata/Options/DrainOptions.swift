import ArgumentParser
import Server

/// How the server shuts down.
struct DrainOptions: ParsableArguments {
    @Option private(set) var delay = Setting(
        "drain-delay",
        "Time after SIGTERM for load balancers to see 503 at /readyz, while all requests are still served",
        within: Milliseconds(0)...Milliseconds(600_000), default: Milliseconds(0))

    @Option private(set) var timeout = Setting(
        "drain-timeout", "Time after that for requests in progress to finish before they are cut off",
        within: Milliseconds(0)...Milliseconds(3_600_000), default: Milliseconds(10_000))
}
