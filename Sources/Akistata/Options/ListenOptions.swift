import ArgumentParser
import Foundation
import HTTPServer

/// How a server takes connections.
struct ListenOptions: ParsableArguments {
    private static let loops = Setting(
        "loops", "Event loops, by default one for each core", 1...1_024,
        default: min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 1_024))
    private static let backlog = Setting(
        "backlog", "Connections that the kernel keeps until they are accepted", 1...65_535,
        default: Int(Configuration().backlog))

    @Option(help: ListenOptions.loops.help, transform: ListenOptions.loops.parse) private var loops: Int?
    @Option(help: ListenOptions.backlog.help, transform: ListenOptions.backlog.parse) private var backlog: Int?

    @Flag(
        help: "Share the port with servers of the same option, for restarts without a gap (AKISTATA_SHARE_PORT=true).")
    private var sharePort = false

    /// Throws for what is out of bounds.
    func apply(to configuration: inout Configuration) throws {
        configuration.loops = try ListenOptions.loops.value(loops)
        configuration.backlog = Int32(clamping: try ListenOptions.backlog.value(backlog))
        configuration.sharesPort = try sharePort || Environment.value("share-port") ?? false
    }
}
