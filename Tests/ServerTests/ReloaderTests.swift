import API
import Archive
import Loading
import Dispatch
import Evidence
import HTTPCore
import Logging
import TestSupport
import Testing
import Wording

@testable import Server

@Suite("A reloader")
struct ReloaderTests {
    private let folder: RiverFolder
    private let application: Application
    private let metrics = Metrics()
    private let log = RecordedLog()

    init() throws {
        folder = try RiverFolder()
        application = try Application(Snapshot.load(directory: folder.path), site: Site(.shipped))
    }

    private var version: String { application.snapshot.dataset.identity.version }

    private func reloader(published: @escaping @Sendable () -> Void = {}) -> Reloader {
        Reloader(
            application.snapshot, of: DatasetStatus(of: folder.path), from: folder.path, into: application, metrics,
            ServiceManager([:]), log.logger, published: published)
    }

    /// How many reloads of that result the metrics tell of.
    private func count(_ result: String) -> Int? {
        let name = "akistata_reloads_total{result=\"\(result)\"} "
        return metrics.text.split(separator: "\n").first { $0.hasPrefix(name) }.flatMap {
            Int($0.dropFirst(name.count))
        }
    }

    @Test("loads what has changed, tells who serves it, and counts it")
    func changed() throws {
        let told = RecordedLog()
        let reloader = reloader { [application] in
            told.logger.info("\(application.snapshot.dataset.identity.version)")
        }
        #expect(version == "1.0.0" && count("success") == 0 && count("failure") == 0)
        try folder.release("1.0.1")
        reloader.reload()
        #expect(log.wait(for: "notice reloaded"))
        #expect(version == "1.0.1")
        #expect(told.all == ["info 1.0.1"])
        #expect(count("success") == 1 && count("failure") == 0)
        #expect(metrics.text.contains("akistata_snapshot_info{dataset=\"river-in-flood\",version=\"1.0.1\","))
    }

    /// The status of an answer by a responder that waits for what there is to do before.
    private func status(of target: String) throws -> Int {
        let responder = application.responder()
        let request = try Request(target: target)
        return Int(responder.finalResponse(to: request).status.code)
    }

    @Test(
        "serves the versions that the folder has beside the current one, and logs what is wrong with the files of one")
    func versions() throws {
        let reloader = reloader()
        try folder.keep(as: "1.0.0")
        try folder.release("1.1.0")
        reloader.reload()
        #expect(log.wait(for: "notice reloaded"))
        #expect(version == "1.1.0")
        for target in ["/api/v1/@1.0.0/events", "/api/v1/@1.1.0/events", "/api/v1/events"] {
            #expect(try status(of: target) == 200)
        }
        #expect(try status(of: "/api/v1/@1.2.0/events") == 404)
        try folder.setBroken(true)
        try folder.keep(as: "1.0.1")
        try folder.setBroken(false)
        reloader.reload()
        #expect(log.wait(for: "notice reloaded", times: 2))
        #expect(try status(of: "/api/v1/@1.0.1/events") == 503)
        #expect(log.wait(for: "error a version on disk is invalid; it is not served"))
        #expect(log.wait(for: "error sources.json:"))
        #expect(try status(of: "/api/v1/@1.0.0/events") == 200)
    }

    @Test("keeps what is served where the files are broken, says what is wrong, and loads them once they are mended")
    func broken() throws {
        let reloader = reloader()
        try folder.release("1.1.0")
        try folder.setBroken(true)
        reloader.reload()
        #expect(log.wait(for: "error the dataset on disk is invalid; still serving the previous one"))
        #expect(log.wait(for: "error sources.json:"))
        #expect(version == "1.0.0")
        try folder.setBroken(false)
        // Reloads follow each other: the failure is counted before this one begins.
        reloader.reload()
        #expect(log.wait(for: "notice reloaded"))
        #expect(version == "1.1.0")
        #expect(count("failure") == 1 && count("success") == 1)
        #expect(metrics.text.contains("akistata_snapshot_info{dataset=\"river-in-flood\",version=\"1.1.0\","))
    }

    @Test("reloads once more for all who ask while it is loading, however many they are")
    func gathered() throws {
        let (isPublished, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let reloader = reloader {
            isPublished.signal()
            goOn.wait()
        }
        reloader.reload()
        isPublished.wait()
        for _ in 0..<20 { reloader.reload() }
        for _ in 0..<30 { goOn.signal() }
        #expect(log.wait(for: "notice reloaded", times: 2))
        // Whatever had been asked for besides would come before this.
        try folder.setBroken(true)
        reloader.reload()
        #expect(log.wait(for: "error sources.json:"))
        #expect(count("success") == 2)
    }

    @Test("that watches its folder sees by itself that files have changed")
    func watching() throws {
        let reloader = reloader()
        let timer = reloader.watch()
        defer { timer.cancel() }
        try folder.release("1.2.0")
        #expect(log.wait(for: "notice reloaded"))
        #expect(version == "1.2.0")
    }
}
