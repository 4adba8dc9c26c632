import ArgumentParser
import Foundation
import HTTPServer
import Server

/// How the server accepts connections.
struct ListenOptions: ParsableArguments {
    private static let sharing = Switch(
        "share-port", "Share the port with servers that have the same option, for restarts without downtime")

    @Option private var loops = Setting(
        "loops", "Event loops, by default one for each core", within: 1...1_024,
        default: min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 1_024))

    @Option private var backlog = Setting(
        "backlog", "Connections that the kernel queues until they are accepted", within: 1...65_535,
        default: Int(Configuration().backlog))

    @Flag(ListenOptions.sharing) private var sharesPort = false

    /// Applies these options. Throws if one is out of range.
    func apply(to configuration: inout Configuration) throws {
        configuration.loops = try loops.value()
        configuration.backlog = Int32(clamping: try backlog.value())
        configuration.sharesPort = try ListenOptions.sharing.isOn(sharesPort)
    }
}
