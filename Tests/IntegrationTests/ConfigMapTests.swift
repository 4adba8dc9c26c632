#if os(Linux)
    import Foundation
    import TestSupport
    import Testing

    /// A dataset as Kubernetes mounts a ConfigMap: each file is a link through `..data`, itself a link to a folder with a time in
    /// its name, which a rename replaces when the content changes.
    final class ConfigMap {
        private let folder: TemporaryFolder
        private var count = 0

        var path: String { folder.url.path }

        init(_ files: URL) throws {
            folder = try TemporaryFolder()
            try update(files)
            for name in try FileManager.default.contentsOfDirectory(atPath: files.path) where name.hasSuffix(".json") {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(path)/\(name)", withDestinationPath: "..data/\(name)")
            }
        }

        /// As the kubelet does it, but that the files keep a time of long ago.
        func update(_ files: URL) throws {
            count += 1
            let next = "..2026_11_27_22_00_0\(count).\(count)"
            try FileManager.default.copyItem(at: files, to: folder.url.appending(path: next))
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(next)") {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
                    ofItemAtPath: "\(path)/\(next)/\(name)"
                )
            }
            try lead(to: next)
        }

        /// Leads back to the content before.
        func rollBack() throws { try lead(to: "..2026_11_27_22_00_0\(count - 1).\(count - 1)") }

        private func lead(to name: String) throws {
            try FileManager.default.createSymbolicLink(atPath: path + "/..data_tmp", withDestinationPath: name)
            guard rename(path + "/..data_tmp", path + "/..data") == 0 else {
                throw Program.Failure(description: "rename: \(errno)")
            }
        }
    }

    /// A server whose every reload is told, so that a test can wait for one without asking again and again.
    private final class WatchedServer {
        let server: Akistata
        private let manager: DatagramSocket

        init(_ options: String...) throws {
            let name = "@akistata-\(UUID().uuidString)"
            manager = try DatagramSocket(name)
            server = try Akistata(
                ["--host", "127.0.0.1", "--port", "0", "--loops", "1", "--log-level", "error"] + options,
                environment: ["NOTIFY_SOCKET": name])
        }

        /// Returns when `isDone` has answered so after a reload. Twenty seconds without one are an end.
        func wait(until isDone: () throws -> Bool) throws {
            while try !isDone() {
                guard manager.next() != nil else { throw Program.Failure(description: "it never happens") }
            }
        }
    }

    @Suite("A dataset behind links, and one that changes under the same size and time")
    struct ConfigMapTests {
        /// One of each kind of answer that has a date.
        private static let targets = [
            "/api/v1", "/api/v1/statistics", "/api/v1/statistics/sandbags-april.txt", "/api/v1/claims.csv",
            "/api/v1/changes.atom",
            "/api/v1/events.ics", "/api/v1/openapi.json", "/api/v1/cite.bib", "/", "/discrepancies", "/llms.txt",
            "/sitemap.xml",
            "/charts/timeline.svg",
        ]

        @Test(
            "A ConfigMap that is updated, and rolled back, is seen, and no date hides what changed",
            arguments: [true, false])
        func configMap(isWatched: Bool) throws {
            let release = try DatasetCopy()
            try release.release("1.0.1")
            try release.replace(
                "\"en\": \"Sandbags filled in April\"", with: "\"en\": \"Sandbags filled in april\"",
                in: "statistics.json")
            let map = try ConfigMap(DatasetCopy.original)
            let watched = try WatchedServer("--data", map.path, isWatched ? "--watch" : "--max-head=16384")
            let server = watched.server
            let curl = try Curl()
            var dates: [String: String] = [:]
            var tags: [String: String] = [:]
            let steps =
                [("1.0.0", { _ in }), ("1.0.1", { try $0.update(release.url) }), ("1.0.0", { try $0.rollBack() })]
                as [(String, (ConfigMap) throws -> Void)]
            for (expected, change) in steps {
                try change(map)
                if !isWatched { server.program.signal(SIGHUP) }
                try watched.wait { try server.version(curl) == expected }
                for target in ConfigMapTests.targets {
                    let url = server.origin + target
                    let answer = try curl.get(url)
                    #expect(answer.status == 200)
                    let tag = try #require(answer["etag"], "\(target)")
                    #expect(try curl.get(url, "If-None-Match: \(tag)").status == 304)
                    if let old = dates[target], tags[target] != tag {
                        #expect(try curl.get(url, "If-Modified-Since: \(old)").status == 200, "\(target)")
                        #expect(answer["last-modified"] != old)
                    }
                    tags[target] = tag
                    // Who has no newer date asks with the one that it has.
                    if let date = answer["last-modified"] { dates[target] = date }
                }
            }
            #expect(dates.count == ConfigMapTests.targets.count)
        }

        /// What a person, an editor or a tool does to put other content in the place of a file, of the same size and time.
        enum Replacement: CaseIterable {
            case renamed, editedInPlace, removedAndPutBack, halfWritten

            func make(_ content: Data, at file: URL) throws {
                let manager = FileManager.default
                let time = try #require(try manager.attributesOfItem(atPath: file.path)[.modificationDate] as? Date)
                let other = file.appendingPathExtension("new")
                switch self {
                case .renamed:
                    try content.write(to: other)
                    try manager.setAttributes([.modificationDate: time], ofItemAtPath: other.path)
                    #expect(rename(other.path, file.path) == 0)
                case .editedInPlace, .halfWritten:
                    let handle = try FileHandle(forWritingTo: file)
                    if self == .halfWritten { try handle.truncate(atOffset: 0) }
                    try handle.write(contentsOf: self == .halfWritten ? content.prefix(content.count / 2) : content)
                    try handle.close()
                case .removedAndPutBack: try manager.removeItem(at: file)
                }
                guard manager.fileExists(atPath: file.path) else { return }
                try manager.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
            }
        }

        @Test("--watch sees every way in which a file comes to have other content", arguments: Replacement.allCases)
        func watch(replacement: Replacement) throws {
            let (copy, release) = (try DatasetCopy(), try DatasetCopy())
            try release.release("1.0.1")
            let watched = try WatchedServer("--data", copy.path, "--watch")
            let server = watched.server
            let curl = try Curl()
            #expect(try server.version(curl) == "1.0.0")
            for name in ["changes.json", "dataset.json"] {
                let content = try Data(contentsOf: release.url.appending(path: name))
                try replacement.make(content, at: copy.url.appending(path: name))
            }
            if replacement == .removedAndPutBack || replacement == .halfWritten {
                // What was missing or broken meanwhile is told, and the old data are served.
                try watched.wait {
                    try server.hasMetric("akistata_reloads_total{result=\"failure\"} 1", curl)
                }
                #expect(try server.version(curl) == "1.0.0")
                for name in ["changes.json", "dataset.json"] {
                    try Data(contentsOf: release.url.appending(path: name)).write(to: copy.url.appending(path: name))
                }
            }
            try watched.wait { try server.version(curl) == "1.0.1" }
        }

        @Test("--watch outlives its folder, and finds it again")
        func folder() throws {
            let copy = try DatasetCopy()
            let watched = try WatchedServer("--data", copy.path, "--watch")
            let server = watched.server
            let curl = try Curl()
            let away = copy.url.appendingPathExtension("away")
            try FileManager.default.moveItem(at: copy.url, to: away)
            try watched.wait {
                try server.hasMetric("akistata_reloads_total{result=\"failure\"} 1", curl)
            }
            #expect(try server.version(curl) == "1.0.0")
            try FileManager.default.moveItem(at: away, to: copy.url)
            try copy.release("1.0.1")
            try watched.wait { try server.version(curl) == "1.0.1" }
        }

        @Test("A link to an older dataset before a restart is a change, and the date says so")
        func restart() throws {
            let (map, curl) = (try ConfigMap(DatasetCopy.original), try Curl())
            let first = try Akistata.with("--data", map.path)
            let date = try #require(try curl.get(first.origin + "/api/v1")["last-modified"])
            _ = try first.stop()
            let release = try DatasetCopy()
            try release.release("1.0.1")
            // Dates are to the second: until the next one, no later one can be told.
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "GMT")
            formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
            let time = try #require(formatter.date(from: date))
            while Date().timeIntervalSince(time) < 1 { _ = try Program.run(["--version"]) }
            try map.update(release.url)
            let second = try Akistata.with("--data", map.path)
            #expect(try second.version(curl) == "1.0.1")
            #expect(try curl.get(second.origin + "/api/v1", "If-Modified-Since: \(date)").status == 200)
        }
    }
#endif
