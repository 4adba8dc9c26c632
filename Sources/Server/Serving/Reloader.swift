package import API
package import Archive
package import Loading
package import Dispatch
import Evidence
import Foundation
import Foundations
package import Logging
import Synchronization

/// Reloads the dataset and publishes it as a whole, on a queue of its own instead of a loop. If it is invalid, logs
/// that and keeps the old one.
package final class Reloader: Sendable {
    /// The interval in milliseconds at which ``watch()`` looks at the files.
    private static let interval = 1_000

    private let directory: String
    private let application: Application
    private let manager: ServiceManager
    private let logger: Logger
    private let published: @Sendable () -> Void
    private let queue = DispatchQueue(label: "akistata.reload", qos: .utility)
    private let state: Mutex<State>

    /// What `/metrics` reports about the dataset.
    private struct State {
        var dataset: String
        var version: String
        var digest: String
        var loaded = Date()
        var succeeded = 0
        var failed = 0
        /// Whether a reload has been requested but not started.
        var isDue = false
        /// The status of the files before they were last read.
        var status: DatasetStatus
        /// The status of the files when ``watch()`` last looked.
        var seen: DatasetStatus
    }

    /// Creates a reloader. `status` is that of the files before `snapshot` was read from them; `published` is called
    /// after every publication.
    package init(
        _ snapshot: Snapshot, of status: DatasetStatus, from directory: String, into application: Application,
        _ metrics: Metrics, _ manager: ServiceManager, _ logger: Logger, published: @escaping @Sendable () -> Void
    ) {
        self.directory = directory
        self.application = application
        self.manager = manager
        self.logger = logger
        self.published = published
        let identity = snapshot.dataset.identity
        state = Mutex(
            State(
                dataset: identity.id, version: identity.version, digest: snapshot.digest, status: status, seen: status))
        metrics.add { [weak self] in self?.write(to: &$0) }
    }

    /// Requests a reload. Reloads run one at a time; a request while another is waiting to start adds none.
    package func reload() {
        let isFirst = state.withLock { state in
            defer { state.isDue = true }
            return !state.isDue
        }
        if isFirst { queue.async { self.load() } }
    }

    /// Reloads whenever the files have changed and then stayed the same from one look to the next, which waits for
    /// editors that are still saving. Runs as long as the returned timer is kept.
    package func watch() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler {
            let now = DatasetStatus(of: self.directory)
            let isDue = self.state.withLock { state in
                defer { state.seen = now }
                return now == state.seen && now != state.status
            }
            if isDue { self.load() }
        }
        timer.schedule(deadline: .now(), repeating: .milliseconds(Reloader.interval))
        timer.resume()
        return timer
    }

    private func load() {
        var retired = replace()
        // The old snapshot is freed here, where it holds up no loop, once the loops have released it or after five
        // seconds. Its memory then returns to the system.
        for _ in 0..<500 where retired != nil && !isKnownUniquelyReferenced(&retired) {
            Thread.sleep(forTimeInterval: 0.01)
        }
        retired = nil
        Memory.trim()
    }

    /// Returns what was served before; nil if the dataset on disk is invalid.
    private func replace() -> AnyObject? {
        let status = DatasetStatus(of: directory)
        state.withLock { ($0.isDue, $0.status) = (false, status) }
        manager.tell(.reloading)
        defer { manager.tell(.ready) }
        do throws(DatasetError) {
            let previously = application.snapshot
            let loaded = try Loader.load(directory: directory) { previously.events[$0] }
            let snapshot = Snapshot(loaded)
            let previous = application.publish(snapshot, kept: Reloader.kept(in: directory, logger))
            published()
            let identity = snapshot.dataset.identity
            state.withLock { state in
                (state.dataset, state.version, state.digest) = (identity.id, identity.version, snapshot.digest)
                state.loaded = Date()
                state.succeeded += 1
            }
            logger.notice(
                "reloaded",
                metadata: [
                    "dataset": "\(identity.id)", "version": "\(identity.version)", "digest": "\(snapshot.digest)",
                ])
            Reloader.log(loaded.warnings, to: logger)
            return previous
        } catch {
            logger.error("the dataset on disk is invalid; still serving the previous one")
            for line in error.lines { logger.error("\(line)") }
            // Counted last, so that whoever sees the count also finds the lines in the log.
            state.withLock { $0.failed += 1 }
            return nil
        }
    }

    /// Returns the versions besides the current one that a dataset's folder has. What is wrong with the files of one is logged
    /// when it is asked for.
    package static func kept(in directory: String, _ logger: Logger) -> [KeptVersion] {
        KeptVersion.all(in: directory) { version, error in
            logger.error("a version on disk is invalid; it is not served", metadata: ["version": "\(version)"])
            for line in error.lines { logger.error("\(line)") }
        }
    }

    /// Logs how many warnings the dataset has, if it has any; `akistata validate` lists them.
    package static func log(_ warnings: ProblemList, to logger: Logger) {
        guard warnings.count > 0 else { return }
        logger.warning(
            "the dataset has warnings; akistata validate lists them", metadata: ["count": "\(warnings.count)"])
    }

    private func write(to text: inout PrometheusText) {
        let state = state.withLock { $0 }
        text.metric("akistata_snapshot_info", .gauge, "The snapshot being served.")
        text.sample(
            "akistata_snapshot_info", 1,
            ["dataset": state.dataset, "version": state.version, "digest": state.digest])
        text.metric("akistata_snapshot_age_seconds", .gauge, "Seconds since the snapshot was published.")
        text.sample("akistata_snapshot_age_seconds", Int(Date().timeIntervalSince(state.loaded)))
        text.metric("akistata_reloads_total", .counter, "Reloads of the dataset, by result.")
        text.sample("akistata_reloads_total", state.succeeded, ["result": "success"])
        text.sample("akistata_reloads_total", state.failed, ["result": "failure"])
    }
}
