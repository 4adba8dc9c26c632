import Archive
import Dispatch
import HTTPCore
import PageLayout
import Synchronization
import TestSupport
import Testing

@testable import API

@Suite("A dataset of several versions")
struct VersionTests {
    private let service: Service

    init() throws { service = try RiverVersions.service(hasPages: true) }

    @Test(
        "answers each under its own address, with its own figures",
        arguments: [
            ("/api/v1/statistics/sandbags-april", "Bags filled with sand in April"),
            ("/api/v1/@1.1.0/statistics/sandbags-april", "Bags filled with sand in April"),
            ("/api/v1/@1.0.0/statistics/sandbags-april", "Sandbags filled in April"),
            ("/api/v1/@1.0.0/statistics/sandbags-april.txt?lang=en", "Sandbags filled in April"),
            ("/@1.0.0/statistics/sandbags-april?lang=en", "Sandbags filled in April"),
            ("/@1.0.0/embed/statistics/sandbags-april?lang=en", "Sandbags filled in April"),
            ("/@1.0.0/charts/statistics/sandbags-april.svg?lang=en", "Sandbags filled in April"),
            ("/%401.0.0/statistics?lang=en", "Sandbags filled in April"),
            ("/api/v1/@1.0.0/cite/statistics/sandbags-april.bib?lang=en", "Sandbags filled in April"),
            ("/@1.0.0/search?q=sandbags&lang=en", " filled in April"),
            ("/statistics/sandbags-april?lang=en", "Bags filled with sand in April"),
        ])
    func own(target: String, title: String) throws {
        let answer = try service.answer(.get, target, ["Host": "localhost"])
        #expect(answer.status == 200)
        #expect(answer.text.contains(title))
    }

    @Test(
        "lets what is pinned be kept for ever, and says when it was released (RFC 8246, RFC 7089)",
        arguments: [
            ("1.0.0", "Mon, 23 Nov 2026 00:00:00 GMT"), ("1.1.0", "Fri, 27 Nov 2026 00:00:00 GMT"),
        ],
        [
            "/api/v1/@/events", "/api/v1/@", "/@", "/@/charts/timeline.svg", "/@/embed/statistics/sandbags-april",
            "/api/v1/@/openapi.json", "/api/v1/@/claims.csv",
        ])
    func fields(version: (name: String, date: String), target: String) throws {
        let pinned = target.replacing("@", with: "@" + version.name)
        let answer = try service.answer(.get, pinned, ["Host": "localhost"])
        #expect(answer.status == 200, "\(pinned)")
        #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(answer["Memento-Datetime"] == version.date)
        let plain = try service.answer(.get, Permalink(pinned)?.path ?? "", ["Host": "localhost"])
        #expect(plain.status == 200)
        #expect(plain["Cache-Control"] == "max-age=300, stale-while-revalidate=60, stale-if-error=86400")
        #expect(plain["Memento-Datetime"] == nil)
    }

    @Test(
        "names each answer for caches that are to let go of it (Surrogate-Key, Cache-Tag)",
        arguments: [
            ("/api/v1/events", "current"), ("/events", "current"), ("/charts/timeline.svg", "current"),
            ("/api/v1/@1.0.0/events", "1.0.0"), ("/@1.1.0/events", "1.1.0"), ("/@1.0.0/charts/timeline.svg", "1.0.0"),
        ])
    func tags(target: String, name: String) throws {
        let answer = try service.answer(.get, target, ["Host": "localhost"])
        #expect(answer["Surrogate-Key"] == "river-in-flood river-in-flood@\(name)")
        #expect(answer["Cache-Tag"] == "river-in-flood,river-in-flood@\(name)")
    }

    @Test("lets a record that is not there be absent for a minute, and other refusals not be kept at all")
    func absence() throws {
        for (target, control) in [
            ("/api/v1/events/none", "max-age=60"), ("/api/v1/@1.0.0/events/none", "max-age=60"),
            ("/events/none", "max-age=60"),
            ("/nothing", "no-store"), ("/api/v1/events?x=1", "no-store"), ("/api/v1/@0.9.0/events", "no-store"),
        ] { #expect(try service.answer(.get, target, ["Host": "localhost"])["Cache-Control"] == control, "\(target)") }
    }

    @Test(
        "links each version with the others (RFC 5829) and with the list of them (RFC 7089)",
        arguments: [
            ("/api/v1/@1.0.0/events?limit=1", "/api/v1/events?limit=1", "successor", "/api/v1/@1.1.0/events?limit=1"),
            ("/@1.1.0/events", "/events", "predecessor", "/@1.0.0/events"), ("/@1.0.0", "/", "successor", "/@1.1.0"),
        ])
    func relations(target: String, plain: String, relation: String, other: String) throws {
        let link = try #require(try service.answer(.get, target, ["Host": "localhost"])["Link"])
        #expect(link.contains("<\(plain)>; rel=\"latest-version\""))
        #expect(link.contains("<\(plain)>; rel=\"original\""))
        #expect(link.contains("<\(other)>; rel=\"\(relation)-version\""))
        #expect(link.contains("rel=\"timemap\"; type=\"application/link-format\""))
        #expect(!link.contains(relation == "successor" ? "predecessor-version" : "successor-version"))
    }

    @Test(
        "tells that a version was withdrawn and why, that one is not kept, and that one never was",
        arguments: [
            ("@0.9.0", 410, "Version 0.9.0 of the dataset was withdrawn. Two figures were misread. In the current"),
            ("@0.8.0", 410, "Version 0.8.0 of the dataset is not kept here. In the current version, look at"),
            ("@1.0.1", 404, "The dataset has no version 1.0.1. Did you mean “1.0.0”?"),
        ], ["/api/v1/V/events", "/V/events"])
    func gone(version: (name: String, status: Int, detail: String), path: String) throws {
        let answer = try service.answer(.get, path.replacing("V", with: version.name), ["Accept": "application/json"])
        #expect(answer.status == version.status)
        #expect(try (answer.json()["detail"] as? String)?.hasPrefix(version.detail) == true)
        #expect(answer["Cache-Control"] == "no-store")
    }

    @Test("walks through a list in the version where the walk began, whichever is current on the server that goes on")
    func walks() throws {
        let other = try Service()
        var next: String? = "/api/v1/events?limit=4"
        var (ids, turns): ([String], Int) = ([], 0)
        while let target = next, turns < 20 {
            // It begins on a server that has version 1.0.0 alone, and every other page is asked of one where 1.1.0 is current.
            let answer = try (turns % 2 == 0 ? other : service).get(target)
            #expect(answer.status == 200)
            ids += try answer.ids()
            next = try answer.links()["next"] as? String
            turns += 1
        }
        #expect(turns > 2)
        #expect(try ids == other.get("/api/v1/events?limit=200").ids())
    }

    @Test("cites a record by its page, which is to be had as data")
    func citations() throws {
        let service = service
        let cited = { (target: String) throws in
            try service.answer(.get, target, ["Host": "localhost"])["Link"]?.firstMatch(of: /<([^>]*)>; rel="cite-as"/)
                .map { String($0.1) }
        }
        for (target, permalink) in [
            ("/api/v1/events/order-12.csv", "/@1.1.0/events/order-12"), ("/events/order-12", "/@1.1.0/events/order-12"),
            ("/api/v1/@1.0.0/sources/diary-1931", "/@1.0.0/sources/diary-1931"),
            ("/api/v1/statistics?limit=2", "/@1.1.0/statistics?limit=2"), ("/api/v1", "/@1.1.0"),
            ("/api/v1/events.json", "/@1.1.0/events"), ("/api/v1/@1.0.0/events.ics", "/@1.0.0/events"),
            ("/api/v1/statistics.csv?dialect=excel&contested=true", "/@1.1.0/statistics?contested=true"),
            ("/events?category=law&lang=lt", "/@1.1.0/events?category=law"), ("/about", "/@1.1.0/about"),
            ("/api/v1/claims/sandbags-april-main", "/@1.1.0/claims/sandbags-april-main"),
            ("/api/v1/changes/1-1-0", "/@1.1.0/changes/1-1-0"),
        ] {
            #expect(try cited(target) == permalink)
            let path = permalink.prefix { $0 != "#" }
            let types = [
                ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
                ("application/json", "application/json"),
                ("text/csv", "text/csv; charset=utf-8; header=present"),
            ]
            for (accept, type) in types
            where path.hasPrefix("/@") && path != "/@1.1.0/about" && (path != "/@1.1.0" || !accept.contains("csv")) {
                let answer = try service.answer(.get, String(path), ["Host": "localhost", "Accept": accept])
                #expect(answer["Content-Type"] == type, "\(path) as \(accept)")
                #expect(answer["Vary"]?.contains("accept,") == true)
            }
        }
    }

    @Test(
        "says on every page what it is, who answers for it, and where its content and description are as data",
        arguments: [
            ("/events/order-12", "/api/v1/events/order-12"), ("/@1.0.0/statistics", "/api/v1/@1.0.0/statistics"),
            ("/@1.0.0/discrepancies/sandbags-sum", "/api/v1/@1.0.0/discrepancies/sandbags-sum"),
            ("/sources", "/api/v1/sources"),
            ("/", "/api/v1"),
        ])
    func signposts(page: String, data: String) throws {
        let link = try #require(try service.answer(.get, page, ["Host": "localhost", "Accept": "text/html"])["Link"])
        let about = page.hasPrefix("/@1.0.0") ? "/@1.0.0/about" : "/about"
        for signpost in [
            "<https://schema.org/WebPage>; rel=\"type\"", "<\(about)>; rel=\"author\"", "; rel=\"license\"",
            "; rel=\"cite-as\"",
            "<\(data).json>; rel=\"item\"; type=\"application/json\"",
            "<\(data).jsonld>; rel=\"describedby\"; type=\"application/ld+json\"",
        ] { #expect(link.contains(signpost), "\(signpost)") }
        for target in [data + ".json", data + ".jsonld", about] {
            #expect(try service.answer(.get, target, ["Host": "localhost"]).status == 200)
        }
    }

    @Test(
        "leads from every record to others of the same version",
        arguments: ["events", "statistics", "claims", "checks", "discrepancies", "sources", "changes", "terms"],
        ["", ".ndjson", "?limit=2", "?fields=links"])
    func links(list: String, suffix: String) throws {
        guard list != "changes" || suffix != "?fields=links" else { return }
        let text = try service.get("/api/v1/@1.0.0/\(list)\(suffix)").text
        let targets = text.matches(of: /"(\/[a-z][^"]*)"/).map { String($0.1) }
        let common = /\/api\/v1\/(@1\.0\.0[\/?].*|@1\.0\.0|schemas\/.*|timemap.*)|\/@1\.0\.0\/.*/
        for target in targets { #expect(try common.wholeMatch(in: target) != nil, "\(target)") }
        // The same text but for the version, whichever has it.
        let plain = try Service().get("/api/v1/\(list)\(suffix)").text
        #expect(text.replacing("/@1.0.0", with: "") == plain.replacing("/@1.0.0", with: ""))
    }

    @Test("lets a page of the current version be renewed, since it will tell of later ones")
    func pagesOfCurrent() throws {
        let control = { (target: String) throws in
            try service.answer(.get, target, ["Host": "localhost", "Accept": "text/html"])["Cache-Control"]
        }
        let lasting = "public, max-age=31536000, immutable"
        for path in ["", "/events", "/events/order-12", "/about", "/lessons"] {
            #expect(try control("/@1.1.0" + path)?.hasPrefix("max-age=300,") == true)
            #expect(try control("/@1.0.0" + path) == lasting)
        }
        for path in ["/embed/statistics/sandbags-april", "/charts/timeline.svg"] {
            for version in ["1.0.0", "1.1.0"] { #expect(try control("/@\(version)\(path)") == lasting) }
        }
    }

    @Test("leads from a page that was asked for as data to addresses of the data")
    func dataOfPages() throws {
        let answer = try service.answer(
            .get, "/@1.0.0/events?limit=2", ["Accept": "application/json", "Host": "localhost"])
        #expect(try (answer.links()["next"] as? String)?.hasPrefix("/api/v1/@1.0.0/events?limit=2&cursor=") == true)
        #expect(answer["Link"]?.contains("</api/v1/@1.0.0/events.csv?limit=2>; rel=\"alternate\"") == true)
    }

    @Test("leads from the data of a chart to its picture in the same version")
    func picture() throws {
        let data = try service.answer(
            .get, "/api/v1/@1.0.0/charts/statistics/sandbags-total", ["Host": "localhost"])
        #expect(data["Link"]?.contains("</@1.0.0/charts/statistics/sandbags-total.svg>; rel=\"alternate\"") == true)
    }

    @Test("has no other version of what goes on from a place in its list")
    func continued() throws {
        let ask = { (target: String) in try service.answer(.get, target, ["Host": "localhost"]) }
        let next = try #require(try ask("/api/v1/@1.1.0/events?limit=2").links()["next"] as? String)
        #expect(try ask(next).status == 200 && ask(next)["Link"]?.contains("predecessor-version") == false)
        let plain = Permalink.plain(next.split(separator: "?").map(String.init)[0]) + next.drop { $0 != "?" }
        let path = plain.utf8.map { "%" + String($0, radix: 16) }.joined()
        let timemap = try ask("/api/v1/timemap?path=" + path).text
        #expect(timemap.contains("@1.1.0/") && !timemap.contains("@1.0.0/"), "\(timemap)")
    }

    @Test("lists the versions of an address (RFC 7089 section 5)")
    func timemap() throws {
        let answer = try service.answer(.get, "/api/v1/timemap?path=/events", ["Host": "rivers.example"])
        #expect(answer["Content-Type"] == "application/link-format")
        #expect(
            answer.text == """
                <http://rivers.example/events>; rel="original",
                <http://rivers.example/api/v1/timemap?path=/events>; rel="self"; type="application/link-format",
                <http://rivers.example/@1.0.0/events>; rel="first memento"; datetime="Mon, 23 Nov 2026 00:00:00 GMT",
                <http://rivers.example/@1.1.0/events>; rel="last memento"; datetime="Fri, 27 Nov 2026 00:00:00 GMT"

                """)
        let same = try service.answer(
            .get, "/api/v1/timemap?path=http://rivers.example/@1.0.0/events", ["Host": "rivers.example"])
        #expect(same.text.contains("<http://rivers.example/events>; rel=\"original\""))
        #expect(same.text.contains("<http://rivers.example/@1.1.0/events>; rel=\"last memento\""))
        for path in ["events", "//a<b", "/a\u{1F30A}", "", "http://elsewhere.example/events"] {
            let target = "/api/v1/timemap?path=" + path.utf8.map { "%" + String($0, radix: 16) }.joined()
            #expect(try service.answer(.get, target, ["Host": "localhost"]).status == 400)
        }
    }

    @Test(
        "has no version of what is the same for all",
        arguments: [
            "healthz", "readyz", "metrics", "robots.txt", "sitemap.xml", "style.css", "embed.js", "llms.txt", "docs",
        ])
    func same(path: String) throws {
        #expect(try service.answer(.get, "/\(path)", ["Host": "localhost"]).status == 200)
        #expect(try service.answer(.get, "/@1.0.0/\(path)", ["Host": "localhost"]).status == 404)
    }

    @Test("loads a version once for all who ask for it, not at all for what is nowhere, and again when it was released")
    func loads() throws {
        let loads = Mutex(0)
        let service = try Service(
            snapshot: RiverVersions.current(), kept: [RiverVersions.kept { loads.withLock { $0 += 1 } }])
        #expect(try service.get("/api/v1/events").status == 200)
        #expect(try service.get("/api/v1/@1.0.0/nothing").status == 404)
        #expect(try service.answer(.post, "/api/v1/@1.0.0/events").status == 405)
        #expect(loads.withLock { $0 } == 0)
        for path in ["events", "events", "claims"] { #expect(try service.get("/api/v1/@1.0.0/\(path)").status == 200) }
        #expect(loads.withLock { $0 } == 1)
    }
}

@Suite("The earlier versions")
struct EarlierVersionsTests {
    private static func versions(_ count: Int, bytes: Int, loads: @escaping @Sendable (String) -> Snapshot?)
        -> EarlierVersions
    {
        let kept = (0..<count).map { number in
            let version = "9.0.\(number)"
            return KeptVersion(version, bytes: bytes) { loads(version) }
        }
        return EarlierVersions(kept) { EncodedSnapshot($0, in: .shipped) }
    }

    /// Asks until it is loaded, or refused.
    private static func wait(for version: String, of versions: EarlierVersions) -> EncodedSnapshot? {
        var finished: (any DeferredWork)?
        while true {
            switch versions.find(version, after: finished) {
            case .made(let found): return found
            case .unavailable: return nil
            case .underWay(let work):
                work.wait()
                finished = work
            }
        }
    }

    private static func snapshot(_ version: String) -> Snapshot? {
        try? SmallDataset().replacing("1.0.0", with: version, in: "dataset.json")?
            .replacing("1.0.0", with: version, in: "changes.json")?.load()
    }

    @Test("have together no more bytes in memory than their bound, those asked for last")
    func bound() throws {
        let versions = EarlierVersionsTests.versions(
            5, bytes: EarlierVersions.mostBytes / 3, loads: EarlierVersionsTests.snapshot)
        for number in [0, 1, 2, 0, 3, 4] {
            #expect(EarlierVersionsTests.wait(for: "9.0.\(number)", of: versions)?.version == "9.0.\(number)")
            #expect(versions.count <= 3)
        }
        for (number, isThere) in [(0, true), (1, false), (2, false), (3, true), (4, true)] {
            if case .made = versions.find("9.0.\(number)", after: nil) {
                #expect(isThere)
            } else {
                #expect(!isThere)
            }
        }
    }

    @Test("answer even with one that is larger than the bound")
    func large() throws {
        let versions = EarlierVersionsTests.versions(
            2, bytes: EarlierVersions.mostBytes * 2, loads: EarlierVersionsTests.snapshot)
        for number in [0, 1, 0] {
            #expect(EarlierVersionsTests.wait(for: "9.0.\(number)", of: versions)?.version == "9.0.\(number)")
            #expect(versions.count == 1)
        }
    }

    @Test("are not read again for a minute where their files have problems")
    func broken() throws {
        let loads = Mutex(0)
        let passed = Mutex(Duration.zero)
        let start = ContinuousClock.now
        let kept = KeptVersion("9.0.0", bytes: 1) {
            loads.withLock { loads in
                loads += 1
                return loads == 1 ? nil : EarlierVersionsTests.snapshot("9.0.0")
            }
        }
        let versions = EarlierVersions([kept], now: { passed.withLock { start + $0 } }) {
            EncodedSnapshot($0, in: .shipped)
        }
        for _ in 0..<3 { #expect(EarlierVersionsTests.wait(for: "9.0.0", of: versions) == nil) }
        #expect(loads.withLock { $0 } == 1)
        passed.withLock { $0 = .seconds(59) }
        #expect(EarlierVersionsTests.wait(for: "9.0.0", of: versions) == nil)
        passed.withLock { $0 = .seconds(60) }
        #expect(EarlierVersionsTests.wait(for: "9.0.0", of: versions)?.version == "9.0.0")
        #expect(loads.withLock { $0 } == 2)
    }

    @Test("wait in a line that has an end")
    func waiting() throws {
        let held = DispatchSemaphore(value: 0)
        let versions = EarlierVersionsTests.versions(20, bytes: 1) { _ in
            held.wait()
            return nil
        }
        var (waiting, refused) = (0, 0)
        for number in 0..<20 {
            switch versions.find("9.0.\(number)", after: nil) {
            case .underWay: waiting += 1
            case .unavailable: refused += 1
            case .made: Issue.record("nothing is loaded")
            }
        }
        #expect(waiting > 0 && waiting < 20 && waiting + refused == 20)
        for _ in 0..<waiting { held.signal() }
    }
}
