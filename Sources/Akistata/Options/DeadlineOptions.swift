import ArgumentParser
import HTTPServer
import Server

/// The time limits for clients, in the form `250ms`, `10s` or `2m`.
struct DeadlineOptions: ParsableArguments {
    @Option private var head = Setting.deadline(
        "head-timeout", "Time for a request's line and fields to arrive, then 408", default: \.head)
    @Option private var content = Setting.deadline(
        "content-timeout", "Time for a request's content to arrive, then 408", default: \.content)
    @Option private var idle = Setting.deadline(
        "idle-timeout", "Time between two requests, then the connection closes", default: \.idle)
    @Option private var write = Setting.deadline(
        "write-timeout", "Time for the client to take any of a response, then the connection is dropped",
        default: \.write)
    @Option private var linger = Setting.deadline(
        "linger-timeout", "Time for the client to read the last response before the connection closes",
        default: \.linger)

    /// Applies these options. Throws if one is out of range.
    func apply(to configuration: inout Configuration) throws {
        configuration.deadlines.head = try head.value().count
        configuration.deadlines.content = try content.value().count
        configuration.deadlines.idle = try idle.value().count
        configuration.deadlines.write = try write.value().count
        configuration.deadlines.linger = try linger.value().count
    }
}

extension Setting<Milliseconds> {
    /// Returns the setting of a deadline, whose default is that of the configuration.
    fileprivate static func deadline(
        _ name: String, _ purpose: String, default standard: KeyPath<Configuration.Deadlines, Int>
    ) -> Setting {
        Setting(
            name, purpose, within: Milliseconds(100)...Milliseconds(3_600_000),
            default: Milliseconds(Configuration().deadlines[keyPath: standard]))
    }
}
