import Checks
import Archive
import Evidence
import Foundation
import Foundations
import HTTPCore
import PageLayout
import Templates
import TestSupport
import Testing

@testable import API
@testable import Website
@testable import Wording

/// Pages for people.
struct PagesTests {
    private static let html = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
    private let service: Service
    private let snapshot: Snapshot

    init() throws {
        let origin = try #require(Origin("https://akistata.example"))
        service = try Service(origin: origin, hasPages: true)
        snapshot = try Service.snapshot.get()
    }

    private func page(_ target: String) throws -> Answer { try service.get(target, ["Accept": PagesTests.html]) }

    /// Every page of the lists and of their records.
    private static let paths: [String] = {
        guard let snapshot = try? Service.snapshot.get() else { return [] }
        return [
            "/", "/discrepancies", "/statistics", "/events", "/sources", "/checks", "/claims", "/changes", "/terms",
        ]
            + snapshot.checks.records.filter { Discrepancy($0) == nil }.map { "/checks/\($0.id)" }
            + snapshot.claims.records.map { "/claims/\($0.id)" }
            + snapshot.changes.records.map { "/changes/\($0.id)" }
            + snapshot.terms.records.map { "/terms/\($0.id)" }
            + snapshot.discrepancies.records.map { "/discrepancies/\($0.id)" }
            + snapshot.statistics.records.map { "/statistics/\($0.id)" }
            + snapshot.events.records.map { "/events/\($0.id)" }
            + snapshot.sources.records.map { "/sources/\($0.id)" }
    }()

    private static let discrepancies: [String] = {
        (try? Service.snapshot.get())?.discrepancies.records.map(\.id) ?? []
    }()

    @Test("A discrepancy has every passage that the editor’s verdict rests on, also one that is on no side")
    func furtherPassages() throws {
        let text = try page("/discrepancies/river-law-force").text
        #expect(text.components(separatedBy: "“who mends a dyke”").count == 2 && text.contains("4: “who mends a dyke”"))
        // One that is on a side is there once.
        #expect(text.components(separatedBy: "“who builds”").count == 2)
    }

    @Test("Every page says its language, its canonical address and what it may load", arguments: ["en", "lt"])
    func frame(language: String) throws {
        #expect(PagesTests.paths.count > 60)
        for path in PagesTests.paths {
            let answer = try page(path + "?lang=" + language)
            #expect(answer.status == 200, "\(path)")
            #expect(answer["Content-Language"] == language)
            #expect(answer["Content-Type"] == "text/html; charset=utf-8")
            let policy = try #require(answer["Content-Security-Policy"])
            #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
            let text = answer.text
            #expect(text.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
            let address = "https://akistata.example\(path)?lang=\(language)"
            #expect(text.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(path)")
            #expect(text.contains("hreflang=\"x-default\" href=\"https://akistata.example\(path)\""))
            #expect(!text.contains("{{") && !text.contains("Optional(") && !text.contains(" style="), "\(path)")
            #expect(text.count(of: "<h1") == 1 && text.count(of: "<main") == 1, "\(path)")
        }
    }

    @Test("Every link of a page leads to something, and keeps the language that was chosen")
    func links() throws {
        var met: Set<String> = []
        for path in PagesTests.paths {
            for match in try page(path + "?lang=lt").text.matches(of: /<a [^>]*href="(\/[^"#]*)/) {
                let link = String(match.1).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
                // Search is the page of another; the words of a search are the reader's.
                guard met.insert(link).inserted else { continue }
                let answer = try page(link)
                #expect(answer.status == 200, "\(link) on \(path)")
                guard answer["Content-Type"]?.hasPrefix("text/html") == true else { continue }
                #expect(link.contains("lang="), "\(link) on \(path)")
            }
        }
        #expect(met.count > 200)
    }

    @Test("An event of no place has none, and no other list of that name in its stead")
    func placeless() throws {
        let placeless = snapshot.events.records.filter(\.places.isEmpty)
        #expect(!placeless.isEmpty)
        for event in placeless {
            #expect(!(try page("/events/\(event.id)?lang=en").text.contains("<dt>Places</dt>")), "\(event.id)")
        }
    }

    @Test("A discrepancy’s page has every claim, its place, each line of arithmetic and the verdict")
    func faceToFace() throws {
        for id in PagesTests.discrepancies {
            let record = try #require(snapshot.discrepancies[id])
            let text = try page("/discrepancies/\(id)?lang=en").text.unescaped
            for line in record.check.readings.map({ Arithmetic($0, of: record.check, in: .english).text }) {
                #expect(text.contains(line), "\(id): \(line)")
            }
            for claim in record.claims.compactMap({ snapshot.claims[$0] }) {
                #expect(text.withoutMarks.contains("“\(claim.printed.withWholeNumbers)”"), "\(id): \(claim.id)")
                let place = claim.locator.paragraph.map { "paragraph \($0), sentence \(claim.locator.sentence ?? 0)" }
                #expect(text.contains(place ?? "page not verified"), "\(id): \(claim.id)")
            }
            if case .editorial(let editorial) = record.check.relation.constraint {
                for side in editorial.sides { #expect(text.contains(side.statement.english)) }
            }
            #expect(text.contains("data-verdict=\"\(record.verdict.rawValue)\""))
            #expect(text.contains(record.explanation.english) && text.contains(record.question.english))
            #expect(text.contains("href=\"/embed?id=\(id)&lang=en\""))
        }
    }

    @Test("What rounding explains is worked out, and told in figures")
    func reconciliation() throws {
        let rows = [
            ("flooded-sum", "Rounding does not explain it: of the difference of 300, at least 251 remain"),
            ("returned-parts", "the whole difference of 9 remains"),
            ("returned-parts", "the figures of one group of data (own data) fit: 273 + 24 = 297 ≤ 361."),
            ("returned-june-to-october", "Rounding explains nothing: each figure is read as exact"),
            ("sandbags-sum", "Rounding is enough. As printed, the sides are 378 apart"),
            ("sandbags-16-april-to-april", "both can be right."),
            ("fined-since", "however they are read, they do not fit"),
        ]
        for (id, sentence) in rows {
            let text = try page("/discrepancies/\(id)?lang=en").text.unescaped
            if !text.contains(sentence) { Issue.record("\(id): \(sentence)") }
        }
    }

    @Test("A statistic’s page has each of its claims, and says whether they differ")
    func statistics() throws {
        for statistic in snapshot.statistics.records {
            let text = try page("/statistics/\(statistic.id)?lang=lt").text.unescaped
            for claim in statistic.claims {
                #expect(
                    text.contains("id=\"\(claim.id)\"")
                        && text.withoutMarks.contains("„\(claim.printed.withWholeNumbers)“"),
                    "\(claim.id)")
            }
            #expect(text.contains("Ginčijama") == statistic.isContested, "\(statistic.id)")
        }
    }

    @Test("The home page has contradictions first, by how much they miss, those of one place together")
    func telling() throws {
        let text = try page("/?lang=en").text
        let ids = text.matches(of: /<a href="\/discrepancies\/([a-z0-9-]+)\?lang=en">/).map { String($0.1) }
        #expect(
            ids == [
                "returned-left-by-june-claims", "returned-june-to-october", "returned-right-by-june-claims",
                "returned-parts", "flooded-sum",
            ])
    }

    @Test(
        "The root is the home page for who prefers HTML, and the index for everyone else",
        arguments: [
            ("text/html", "text/html; charset=utf-8"), (PagesTests.html, "text/html; charset=utf-8"),
            ("*/*", "application/json"), ("application/json, text/html;q=0.9", "application/json"),
        ])
    func root(accept: String, type: String) throws {
        let answer = try service.get("/", ["Accept": accept])
        #expect(answer["Content-Type"] == type)
        #expect(answer["Vary"]?.contains("accept,") == true)
    }

    @Test(
        "Where nothing is, a page in the reader’s language names what is near",
        arguments: [
            ("/discrepancies/flooded-sun?lang=en", "/discrepancies/flooded-sum?lang=en"),
            ("/statistics/sandbags-apri?lang=lt", "/statistics/sandbags-april?lang=lt"),
            ("/statstics?lang=lt", "/statistics?lang=lt"),
            ("/api/v1/events/first-waiver?lang=lt", "/events/"),
        ])
    func near(target: String, link: String) throws {
        let answer = try page(target)
        #expect(answer.status == 404)
        #expect(answer["Cache-Control"] == (target.hasPrefix("/statstics") ? "no-store" : "max-age=60"))
        #expect(answer["Vary"] == "accept")
        #expect(answer["Content-Language"] == String(target.suffix(2)))
        #expect(answer.text.contains("<a href=\"\(link)"))
    }

    @Test("A wrong parameter of a page is told with what is accepted, and markup in it is text")
    func wrong() throws {
        let answer = try service.get("/events?category=%3Cscript%3E%3Cb%3E&lang=en")
        #expect(answer.status == 400)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.text.contains("relief") && answer.text.contains("&lt;script&gt;"))
        #expect(!answer.text.contains("<script>") && !answer.text.contains("<b>"))
    }

    @Test("A filter of a list narrows it, and a page leads to the next")
    func lists() throws {
        let graver = try page("/discrepancies?verdict=contradiction").text
        #expect(graver.contains("data-verdict=\"contradiction\"") && !graver.contains("data-verdict=\"tension\""))
        let first = try page("/events?limit=5").text
        let next = try #require(first.firstMatch(of: /href="([^"]*cursor=[^"]*)" rel="next"/)).1
        let second = try page(String(next).replacing("&amp;", with: "&")).text
        #expect(second.contains("rel=\"prev\"") && second.count(of: "class=\"when\"") == 5)
    }

    @Test("Compressed, a page is light: the home page under 60,000 bytes, a discrepancy under 40,000, with the style")
    func weight() throws {
        let bytes = { (target: String) throws -> Int in
            try service.get(target, ["Accept": PagesTests.html, "Accept-Encoding": "gzip"]).body.count
        }
        let style = try bytes("/style.css")
        #expect(try bytes("/?lang=lt") + style < 60_000)
        for id in PagesTests.discrepancies { #expect(try bytes("/discrepancies/\(id)?lang=lt") + style < 40_000) }
    }

    @Test("JSON-LD stands in the page of each record, and cannot end its element")
    func linked() throws {
        for path in PagesTests.paths where path.count(of: "/") == 2 {
            let text = try page(path).text
            let match = try #require(text.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/))
            #expect(!match.1.contains("<"))
            let json = try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any]
            #expect(json?["@id"] as? String == "/api/v1" + path)
        }
    }

    @Test("Without a folder, with a broken or a missing template, there is one clear error")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: WebError.noFolder) { try Web(in: folder, .shipped) }
        try FileManager.default.copyItem(at: Service.resources.appending(path: "web"), to: folder)
        _ = try Web(in: folder, .shipped)
        let rows = [
            ("home", "{{#open}}", "home"), ("event", "{{>nowhere}}", "“nowhere”"),
            ("source", "{{words.nothing}}", "“nothing”"),
        ]
        for (name, text, named) in rows {
            let file = folder.appending(path: name + ".mustache")
            let before = try Data(contentsOf: file)
            try Data(text.utf8).write(to: file)
            let error = #expect(throws: WebError.self) { try Web(in: folder, .shipped) }
            #expect(error?.description.contains(named) == true)
            try before.write(to: file)
        }
        try FileManager.default.removeItem(at: folder.appending(path: "events.mustache"))
        let error = #expect(throws: WebError.self) { try Web(in: folder, .shipped) }
        #expect(error?.description == "web/events.de.mustache: there is no such file")
    }

    @Test("The events show the chronology, folded above their list", arguments: ["en", "lt"])
    func chronology(language: String) throws {
        for _ in 0..<2 {
            let page = try service.get("/events?lang=\(language)", ["Accept": "text/html", "Host": "localhost"])
            #expect(page.text.contains("<title id=\"picture-timeline-title\">"))
            #expect(page.text.contains(/<details class="lines"><summary>[^<]+<\/summary>\s*<figure/))
        }
    }

    @Test("The first page tells one discrepancy with its picture, and together those that rest on one place")
    func firstPage() throws {
        let page = try service.get("/?lang=en", ["Accept": "text/html", "Host": "localhost"]).text
        let story = try #require(page.firstMatch(of: /<article class="story">(.*?)<\/article>/.dotMatchesNewlines()))
        #expect(story.1.contains("data-verdict=\"contradiction\"") && story.1.contains("<svg"))
        let lists = page.components(separatedBy: "<ul class=\"findings\">")
        #expect(lists.first?.contains("These and the one above rest on the figures of one passage: ") == true)
        #expect(lists.dropFirst().map { $0.components(separatedBy: "data-verdict=").count - 1 } == [3, 1])
    }

    @Test("No word of the interface is unused")
    func words() throws {
        let sources = Service.resources.deletingLastPathComponent().appending(path: "Sources")
        let read = { (folder: URL) -> String in
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            return (files?.compactMap { $0 as? URL } ?? []).filter { ["swift", "mustache"].contains($0.pathExtension) }
                .compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined()
        }
        let text = read(Service.resources.appending(path: "web")) + read(sources)
        // Keys that are put together from a word of the model.
        let families =
            [
                "side", "differs", "copy", "theme", "problem", "lessonFind", "lessonSide", "lessonWork", "fits",
                "mixedDecides",
            ] + Section.allCases.map(\.rawValue)
        let own = Set(Word.allCases.map(\.key))
        for key in Set(Language.english.words.texts.keys).union(Language.english.words.nouns.keys) {
            let isNamed =
                own.contains(key)
                ? text.contains(".\(key)") : text.contains("words.\(key)}}") || text.contains("\"\(key)\"")
            #expect(isNamed || families.contains(where: key.hasPrefix), "\(key) is not used")
        }
        for key in Language.english.words.columns.keys { #expect(text.contains("\"\(key)\""), "\(key) is not used") }
    }

    @Test(
        "A number has its noun’s form",
        arguments: [
            (0, "0\u{A0}šaltinių"), (1, "1\u{A0}šaltinis"), (2, "2\u{A0}šaltiniai"), (10, "10\u{A0}šaltinių"),
            (11, "11\u{A0}šaltinių"), (21, "21\u{A0}šaltinis"), (112, "112\u{A0}šaltinių"),
        ])
    func counted(number: Int, text: String) {
        #expect(Language.lithuanian.words.count("countSources", number) == text)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }

    /// What a reader sees of HTML's escapes, and of texts in another language than the page's.
    fileprivate var unescaped: String {
        replacing(/<\/?bdi[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
            "&quot;", with: "\""
        )
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension String {
    /// The text without the marks of the language and direction of its parts.
    fileprivate var withoutMarks: String { replacing(/<\/?bdi[^>]*>/, with: "") }
}
