import API
import Archive
import Evidence
import Description
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@testable import Server

@Suite("The API as files")
struct StaticSiteTests {
    private let service: Service
    private let application: Application

    init() throws {
        service = try Service()
        application = try StaticSiteTests.application()
    }

    private static func application(origin: Origin? = nil, of snapshot: Snapshot? = nil) throws -> Application {
        let schemas = StaticFile.schemas(in: Service.resources.appending(path: "schemas"))
        return try Application(
            snapshot ?? Service.snapshot.get(),
            site: Site(.shipped, schemas: schemas, origin: origin, description: Descriptions()))
    }

    /// Every file by its name; none comes twice, and no link leads nowhere.
    private func files(
        of application: Application, in language: LanguageTag = .english, origin: Origin? = nil
    ) throws -> [String: [UInt8]] {
        var site = StaticSite(application, in: language, of: [.english, .lithuanian], origin: origin)
        var files: [String: [UInt8]] = [:]
        try site.forEachFile { name, body in #expect(files.updateValue(body, forKey: name) == nil, "\(name)") }
        #expect(site.broken.isEmpty)
        return files
    }

    /// What the server answers for a file, in the largest page that there is.
    private func answer(for name: String) throws -> Answer {
        let path =
            name == "index.json" ? "/" : "/" + (name.hasSuffix("/index.json") ? String(name.dropLast(11)) : name)
        return try service.get(application.targets(of: path).first ?? path, ["Host": "localhost"])
    }

    @Test("has each list and each record in every format that has a suffix, and what has no parameters")
    func names() throws {
        let files = try files(of: application)
        for list in Service.lists {
            let ids = try service.get("/api/v1/\(list)?limit=1000&fields=id").ids()
            for path in ["api/v1/\(list)"] + ids.map({ "api/v1/\(list)/\($0)" }) {
                for suffix in ["json", "ndjson", "csv", "txt", "jsonld"] {
                    #expect(files["\(path).\(suffix)"] != nil, "\(path).\(suffix)")
                }
            }
        }
        for name in [
            "index.json", "api/v1.json", "api/v1/openapi.json", "api/v1/schemas/events.json", "api/v1/changes.atom",
            "api/v1/events.ics", "charts/timeline.svg", "llms.txt", "robots.txt",
        ] {
            #expect(files[name] != nil, "\(name)")
        }
        // What is of the moment, and what answers a question, cannot be a file.
        #expect(
            !files.keys.contains {
                ["healthz", "readyz", "metrics", "api/v1/search"].contains(String($0.prefix { $0 != "." }))
            })
    }

    @Test("has in each file without links the bytes of the answer")
    func bytes() throws {
        var count = 0
        for (name, body) in try files(of: application)
        where [".csv", ".svg", ".ndjson", ".ics"].contains(where: name.hasSuffix) {
            let text = String(decoding: body, as: UTF8.self)
            let answer = try answer(for: name)
            #expect(answer.status == 200, "\(name)")
            guard !answer.text.contains("\"/") && !answer.text.contains("http://localhost") else { continue }
            #expect(text == answer.text, "\(name)")
            count += 1
        }
        #expect(count > 100)
    }

    @Test("has in each JSON file what is answered, with every link to a file that is there")
    func json() throws {
        let files = try files(of: application)
        var links = 0
        for (name, body) in files where name.hasSuffix(".json") {
            let file = try JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)
            let answer = try JSONSerialization.jsonObject(
                with: Data(answer(for: name).body), options: .fragmentsAllowed)
            links += try compare(file, answer, in: name) { link in
                let base = try #require(URL(string: "http://localhost/" + name))
                let target = try #require(URL(string: link, relativeTo: base)?.path)
                #expect(files[String(target.dropFirst())] != nil, "\(name): \(link)")
            }
        }
        #expect(links > 1_000)
    }

    /// Compares two values and calls `check` for every string that is a link in the file and an absolute path in the
    /// answer. Returns how many there are.
    private func compare(_ file: Any, _ answer: Any, in name: String, check: (String) throws -> Void) throws -> Int {
        switch (file, answer) {
        case (let file as [String: Any], let answer as [String: Any]):
            #expect(Set(file.keys) == Set(answer.keys), "\(name)")
            return try file.reduce(0) { sum, member in
                sum + (try compare(member.value, answer[member.key] ?? NSNull(), in: name, check: check))
            }
        case (let file as [Any], let answer as [Any]):
            #expect(file.count == answer.count, "\(name)")
            return try zip(file, answer).reduce(0) { sum, pair in
                sum + (try compare(pair.0, pair.1, in: name, check: check))
            }
        case (let file as String, let answer as String) where file != answer:
            #expect(answer.hasPrefix("/") || answer.hasPrefix("http://localhost/"), "\(name): \(file) \(answer)")
            try check(file)
            return 1
        case (is NSNull, let answer as String):
            // What only a server can do.
            #expect(answer.hasPrefix("/"), "\(name): \(answer)")
            return 0
        default:
            #expect((file as? NSObject) == (answer as? NSObject), "\(name): \(file) \(answer)")
            return 0
        }
    }

    @Test(
        "of a dataset that lacks whole kinds of records are whole: each has a link to a file wherever it has one",
        arguments: SparseDataset.allCases)
    func sparse(dataset: SparseDataset) throws {
        let application = try StaticSiteTests.application(of: dataset.dataset.load())
        let files = try files(of: application)
        for name in ["index.json", "api/v1/events.csv", "api/v1/statistics.json", "charts/timeline.svg", "llms.txt"] {
            #expect(files[name]?.isEmpty == false, "\(name)")
        }
        var links = 0
        // The examples in the description are answers of the server.
        for (name, body) in files where name.hasSuffix(".json") && name != "api/v1/openapi.json" {
            for link in String(decoding: body, as: UTF8.self).matches(of: /": ?"([^" :]+\.[a-z]+)"/).map({
                String($0.1)
            })
            where link.contains("/") && !link.hasPrefix("/") {
                let base = try #require(URL(string: "http://localhost/" + name))
                let target = try #require(URL(string: link, relativeTo: base)?.path)
                #expect(files[String(target.dropFirst())] != nil, "\(name): \(link)")
                links += 1
            }
        }
        #expect(links > 20)
    }

    @Test("of another language stands in a folder, in that language, under the address of the site")
    func languages() throws {
        let origin = Origin("https://river.example")
        let application = try StaticSiteTests.application(origin: origin)
        let files = try files(of: application, in: .lithuanian, origin: origin)
        #expect(files.keys.allSatisfy { $0.hasPrefix("lt/") })
        let event = String(decoding: try #require(files["lt/api/v1/events/dyke-breaks.json"]), as: UTF8.self)
        #expect(event.contains("Pralaužiamas pylimas") && !event.contains("The dyke breaks"))
        let sitemap = files.first { $0.key.hasPrefix("lt/sitemaps/events") }.map {
            String(decoding: $0.value, as: UTF8.self)
        }
        #expect(try #require(sitemap).contains("<loc>https://river.example/lt/api/v1/events/dyke-breaks.json</loc>"))
    }
}
