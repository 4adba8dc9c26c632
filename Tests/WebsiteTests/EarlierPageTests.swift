import HTTPCore
import TestSupport
import Testing

@Suite("A page of an earlier version")
struct EarlierPageTests {
    private let service: Service

    init() throws { service = try RiverVersions.service(hasPages: true) }

    private func page(_ target: String) throws -> String {
        let answer = try service.answer(.get, target, ["Host": "localhost", "Accept": "text/html"])
        #expect(answer.status == 200, "\(target)")
        return answer.text
    }

    @Test(
        "says so with the way to the current one, and what later versions changed in its record",
        arguments: [
            (
                "statistics/sandbags-april", "en",
                ["By version 1.1.0, this record has changed.", "Bags are named anew."]
            ),
            (
                "discrepancies/sandbags-sum", "en",
                ["By version 1.1.0, this record has changed.", "Bags are named anew."]
            ),
            ("statistics/sandbags-may", "en", ["Up to version 1.1.0, this record has not changed."]),
            (
                "events/order-12", "lt",
                ["Iki 1.1.0 versijos šis įrašas nepasikeitė.", "Tai 1.0.0 versija (2026 m. lapkričio 23 d.)."]
            ),
            ("sources/diary-1931", "en", ["Up to version 1.1.0, this record has not changed."]), ("events", "en", []),
        ])
    func notice(path: String, language: String, sentences: [String]) throws {
        let text = try page("/@1.0.0/\(path)?lang=\(language)")
        let notice = try #require(text.firstMatch(of: /<aside class="earlier">(?s:.*?)<\/aside>/)).0
        for sentence in sentences { #expect(notice.contains(sentence)) }
        #expect(notice.contains(#"<a href="/\#(path)?lang=\#(language)" rel="latest-version">"#))
        #expect(!sentences.isEmpty || !notice.contains("record"))
        for other in ["/@1.1.0/\(path)", "/\(path)"] { #expect(try !page(other).contains("class=\"earlier\"")) }
    }

    @Test("tells a terminal how to ask for that version")
    func commands() throws {
        let lines = try page("/@1.0.0").matches(of: /<code>curl http:\/\/localhost([^<]*)<\/code>/).map { String($0.1) }
        #expect(lines.count == 3)
        for line in lines {
            #expect(line.hasPrefix("/api/v1/@1.0.0"))
            #expect(try service.answer(.get, line, ["Host": "localhost"]).status == 200, "\(line)")
        }
    }

    @Test("says of a source that it has changed, where one of its figures has")
    func source() throws {
        let current = try RiverVersions.current { name, text in
            guard name == "statistics.json" else { return text }
            return text.replacing("\"diary-1931\", \"value\": 300", with: "\"diary-1931\", \"value\": 400")
                .replacing("some 300 boats", with: "some 400 boats")
        }
        let service = try Service(hasPages: true, snapshot: current, kept: [RiverVersions.kept()])
        let notice = { (id: String) in
            try service.answer(.get, "/@1.0.0/sources/\(id)", ["Host": "localhost", "Accept": "text/html"]).text
        }
        #expect(try notice("diary-1931").contains("By version 1.1.0, this record has changed."))
        #expect(try notice("river-law").contains("Up to version 1.1.0, this record has not changed."))
    }

    @Test(
        "leads nowhere but to its own version, and is known to search engines as the current one",
        arguments: [
            "", "/events", "/events/order-12", "/statistics", "/statistics/sandbags-april",
            "/discrepancies/sandbags-sum",
            "/sources/diary-1931", "/about", "/lessons", "/lessons/sandbags-sum", "/search?q=sandbags",
            "/embed?id=sandbags-april", "/embed/statistics/sandbags-april",
        ])
    func links(path: String) throws {
        let text = try page("/@1.0.0" + path).replacing(/<aside class="earlier">(?s:.*?)<\/aside>/, with: "")
        let shown = text.replacing(/<link rel="canonical"[^>]*>/, with: "")
        let targets = shown.matches(of: /\s(?:href|src|action)="(\/[^"]*)"/).map { String($0.1) }
        #expect(!targets.isEmpty)
        let common =
            /\/(llms\.txt|style\.css|icon\.svg|[a-z-]+\.js|api\/v1\/(schemas|openapi\.json).*|docs.*|oembed.*)(\?.*)?/
        for target in targets where try common.wholeMatch(in: target) == nil {
            #expect(target.hasPrefix("/@1.0.0") || target.hasPrefix("/api/v1/@1.0.0"), "\(path): \(target)")
        }
        guard !path.hasPrefix("/embed/") else { return }
        #expect(text.contains(#"<link rel="canonical" href="http://localhost\#(path.isEmpty ? "/" : path)"#))
    }

    @Test("is embedded as it is: frame, element, picture and page are of its version")
    func embeds() throws {
        let text = try page("/@1.0.0/embed?id=sandbags-sum")
        for line in [
            "&lt;iframe src=&quot;http://localhost/@1.0.0/embed/discrepancies/sandbags-sum?lang=en&quot;",
            "discrepancy=&quot;sandbags-sum&quot; version=&quot;1.0.0&quot; lang=&quot;en&quot;&gt;",
            "(http://localhost/@1.0.0/charts/discrepancies/sandbags-sum.svg?lang=en)",
            "http://localhost/@1.0.0/discrepancies/sandbags-sum?lang=en",
        ] { #expect(text.contains(line), "\(line)") }
        // The builder of the current version offers a frame of today's figures beside one that follows the data.
        let current = try page("/embed?id=sandbags-sum")
        for root in ["", "/@1.1.0"] {
            #expect(
                current.contains("src=&quot;http://localhost\(root)/embed/discrepancies/sandbags-sum?lang=en&quot;"))
        }
        let embed = try page("/@1.0.0/embed/discrepancies/sandbags-sum?lang=en")
        #expect(embed.contains("/@1.0.0/discrepancies/sandbags-sum?lang=en"))
    }

    @Test("says what is different although no change names it, and what is no longer there, with its own address")
    func unnamed() throws {
        let current = try RiverVersions.current { name, text in
            switch name {
            case "events.json": text.replacing("\"order-12\"", with: "\"order-no-12\"")
            case "sources.json": text.replacing("The Flood. A Chronicle", with: "The Flood")
            default: text.replacing("\"order-12\"", with: "\"order-no-12\"")
            }
        }
        let service = try Service(hasPages: true, snapshot: current, kept: [RiverVersions.kept()])
        let page = { (target: String) throws in
            try service.answer(.get, target, ["Host": "localhost", "Accept": "text/html"]).text
        }
        let gone = try page("/@1.0.0/events/order-12?lang=en")
        #expect(gone.contains("Version 1.1.0 does not have this record."))
        #expect(gone.contains(#"<a href="/events?lang=en" rel="latest-version">"#))
        #expect(gone.contains(#"<link rel="canonical" href="http://localhost/@1.0.0/events/order-12?lang=en">"#))
        #expect(try page("/@1.0.0/sources/river-chronicle").contains("By version 1.1.0, this record has changed."))
        #expect(try page("/@1.0.0/sources/diary-1931").contains("Up to version 1.1.0, this record has not changed."))
    }

    @Test("that was withdrawn says so also where it is framed")
    func framed() throws {
        let policy = { (target: String) throws in
            try service.answer(.get, target, ["Host": "localhost", "Accept": "text/html"])["Content-Security-Policy"]
                ?? ""
        }
        #expect(try policy("/@0.9.0/embed/statistics/sandbags-april").contains("frame-ancestors * file:"))
        for target in ["/@0.9.0/statistics/sandbags-april", "/embed?id=none", "/embed/statistics/none"] {
            #expect(try policy(target).contains("frame-ancestors 'none'"))
        }
    }

    @Test(
        "is found by oEmbed in its own version",
        arguments: [("1.0.0", 308), ("1.1.0", 200), ("0.9.0", 404), ("3.0.0", 404)])
    func oEmbed(version: String, status: Int) throws {
        let url = "http://localhost/@\(version)/statistics/sandbags-april"
        var answer = try service.answer(.get, "/oembed?url=\(url)", ["Host": "localhost"])
        #expect(answer.status == status)
        if let location = answer["Location"] {
            #expect(location == "/@1.0.0/oembed?url=\(url)")
            answer = try service.answer(.get, location, ["Host": "localhost"])
            #expect(answer.status == 200)
        }
        guard status < 400 else { return }
        #expect(answer.text.contains("/@\(version)/embed/statistics/sandbags-april"))
        #expect(
            try answer.json()["title"] as? String
                == (version == "1.0.0" ? "Sandbags filled in April" : "Bags filled with sand in April"))
        let page = try page("/@1.0.0/statistics/sandbags-april")
        #expect(page.contains("http://localhost/@1.0.0/oembed?url="))
    }
}
