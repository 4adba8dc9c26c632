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
            ("statistics/sandbags-april", "en", ["This record has changed since:", "Bags are named anew."]),
            ("discrepancies/sandbags-sum", "en", ["This record has changed since:", "Bags are named anew."]),
            ("statistics/sandbags-may", "en", ["This record has not changed since."]),
            (
                "events/order-12", "lt",
                ["Šis įrašas nuo to laiko nepasikeitė.", "Tai 1.0.0 versija (2026 m. lapkričio 23 d.)."]
            ),
            ("sources/diary-1931", "en", ["This record has not changed since."]), ("events", "en", []),
        ])
    func notice(path: String, language: String, sentences: [String]) throws {
        let text = try page("/@1.0.0/\(path)?lang=\(language)")
        let notice = try #require(text.firstMatch(of: /<aside class="earlier">(?s:.*?)<\/aside>/)).0
        for sentence in sentences { #expect(notice.contains(sentence)) }
        #expect(notice.contains(#"<a href="/\#(path)?lang=\#(language)" rel="latest-version">"#))
        #expect(!sentences.isEmpty || !notice.contains("record"))
        for other in ["/@1.1.0/\(path)", "/\(path)"] { #expect(try !page(other).contains("class=\"earlier\"")) }
    }

    @Test(
        "leads nowhere but to its own version, and is known to search engines as the current one",
        arguments: [
            "", "/events", "/events/order-12", "/statistics", "/statistics/sandbags-april",
            "/discrepancies/sandbags-sum",
            "/sources/diary-1931", "/about", "/lessons", "/lessons/sandbags-sum", "/search?q=sandbags",
            "/embed?id=sandbags-april", "/embed/statistics/sandbags-april", "/docs",
        ])
    func links(path: String) throws {
        let text = try page("/@1.0.0" + path).replacing(/<aside class="earlier">(?s:.*?)<\/aside>/, with: "")
        let targets = text.matches(of: /\s(?:href|src|action)="(\/[^"]*)"/).map { String($0.1) }
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

    @Test("is found by oEmbed under its own address", arguments: [("1.0.0", 200), ("0.9.0", 404), ("3.0.0", 404)])
    func oEmbed(version: String, status: Int) throws {
        let url = "http://localhost/@\(version)/discrepancies/sandbags-sum"
        let answer = try service.answer(.get, "/oembed?url=\(url)", ["Host": "localhost"])
        #expect(answer.status == status)
        #expect(answer.text.contains("/@\(version)/embed/discrepancies/sandbags-sum") == (status == 200))
    }
}
