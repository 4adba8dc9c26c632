import Checks
import Archive
import Charts
import Evidence
import Foundation
import Foundations
import HTTPCore
import PageLayout
import Templates
import TestSupport
import Testing
import Wording

@testable import API
@testable import Website

@Suite("An embed")
struct EmbedTests {
    /// Every record that has one, by its path.
    private static var paths: [String] {
        get throws {
            let snapshot = try Service.snapshot.get()
            return snapshot.discrepancies.records.map { "/embed/discrepancies/\($0.id)" }
                + snapshot.statistics.records.map { "/embed/statistics/\($0.id)" }
        }
    }

    @Test("allows its own style and script by their digests and nothing else, and any site to frame it")
    func policy() throws {
        let service = try Service(hasPages: true)
        for path in try EmbedTests.paths {
            let answer = try service.get(path)
            let policy = try #require(answer["Content-Security-Policy"])
            #expect(policy.hasPrefix("default-src 'none'; ") && policy.hasSuffix("frame-ancestors * file:"))
            for element in ["style", "script"] {
                let parts = answer.text.split(separator: "<\(element)>", omittingEmptySubsequences: false)
                #expect(parts.count == 2)
                let text = String(try #require(parts.last?.split(separator: "</\(element)>").first))
                #expect(policy.contains("\(element)-src \(SHA256.source(of: text));"))
            }
            #expect(!policy.contains("unsafe") && !answer.text.contains(" style=") && !answer.text.contains(" src="))
        }
    }

    @Test("is the same for everybody who asks for the same, so that it is kept")
    func kept() throws {
        let service = try Service(hasPages: true)
        let path = try #require(try EmbedTests.paths.first)
        let etag = try #require(try service.get(path + "?lang=lt")["ETag"])
        #expect(try service.get(path + "?lang=lt", ["Host": "other.example", "If-None-Match": etag]).status == 304)
        #expect(try service.get(path + "?lang=lt&theme=dark")["ETag"] != etag)
    }

    @Test(
        "leads to the page, in the language that its own address names",
        arguments: ["", "?lang=en", "?lang=lt&theme=dark"])
    func way(query: String) throws {
        let service = try Service(hasPages: true)
        let language = query.split(separator: "&").first.map(String.init) ?? ""
        for path in try EmbedTests.paths {
            let text = try service.get(path + query).text
            let page = path.dropFirst("/embed".count) + language
            #expect(text.contains("<a href=\"\(page)\" target=\"_blank\" rel=\"noopener\">"))
            #expect(text.contains("class=\"\(query.contains("dark") ? "dark" : "auto")\""))
        }
    }

    @Test(
        "answers what it does not have with a page that no other site may frame",
        arguments: [
            ("/embed/discrepancies/no-such-one", 404), ("/embed/statistics/returned-parts", 404),
            ("/embed/events/x", 404), ("/embed/discrepancies/sandbags-sum?theme=blue", 400),
            ("/embed/discrepancies/sandbags-sum?lang=de", 400), ("/embed?id=no-such-one", 404),
            ("/embed?id=sandbags-sum&theme=blue", 400), ("/embed?id=sandbags-sum&language=de", 400),
            ("/embed?id=", 404),
        ])
    func unknown(target: String, status: Int) throws {
        let answer = try Service(hasPages: true).get(target, ["Accept": "text/html"])
        #expect(answer.status == status)
        #expect(answer["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
    }

    @Test("is shown by a script that asks for no language but those of the dataset")
    func languages() throws {
        #expect(try Service(hasPages: true).get("/embed.js").text.contains("const languages = [\"en\",\"lt\"];"))
        let german = try Service(hasPages: true, snapshot: try SmallDataset().told(in: ["de", "en"]).load()).get(
            "/embed.js")
        #expect(german["Content-Type"] == "text/javascript; charset=utf-8")
        #expect(german.text.contains("const languages = [\"de\",\"en\"];"))
    }

    @Test("is put together on a page that offers every record, and its lines as a reader would paste them")
    func builder() throws {
        let text = try Service(origin: Origin("https://akistata.example"), hasPages: true)
            .get("/embed?id=sandbags-sum&language=lt&theme=dark&lang=en").text
        for path in try EmbedTests.paths {
            #expect(text.contains("<option value=\"\(path.split(separator: "/").last ?? "")\""))
        }
        #expect(text.contains("<option value=\"sandbags-sum\" selected>"))
        #expect(text.contains("src=\"/embed/discrepancies/sandbags-sum?lang=lt&amp;theme=dark\""))
        #expect(
            text.contains(
                "&lt;akistata-embed discrepancy=&quot;sandbags-sum&quot; lang=&quot;lt&quot; theme=&quot;dark&quot;&gt;"
            ))
        #expect(
            text.contains("(https://akistata.example/charts/discrepancies/sandbags-sum.svg?lang=lt&amp;theme=dark)"))
        #expect(text.contains("https://akistata.example/@1.0.0/discrepancies/sandbags-sum"))
    }

    @Test("is not served at all where its style or its script is missing", arguments: Web.embedFiles)
    func missing(file: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Service.resources.appending(path: "web"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.removeItem(at: folder.appending(path: file))
        #expect(throws: WebError.unreadable(file: file)) { try Web(in: folder, .shipped) }
    }

    @Test("offers no picture of what has no figures")
    func wordsAlone() throws {
        let service = try Service(hasPages: true)
        #expect(try service.get("/embed?id=sandbags-sum").text.contains("id=\"markdown\""))
        #expect(!(try service.get("/embed?id=who-cut-the-dyke").text.contains("id=\"markdown\"")))
    }

    @Test(
        "escapes a title in whatever it is pasted into",
        arguments: [
            (
                "a<b>\"&'[c](d)\\", "title=\"a&lt;b&gt;&quot;&amp;&#39;[c](d)\\\"",
                ">a&lt;b&gt;&quot;&amp;&#39;[c](d)\\</a>", "[![a<b>\"&'\\[c\\](d)\\\\]("
            )
        ])
    func escaping(title: String, frame: String, element: String, markdown: String) throws {
        let origin = try #require(Origin("https://akistata.example"))
        let address = EmbedAddress(embed: Embed(kind: .statistics, id: "x\"y"), language: .lithuanian, theme: .dark)
        let code = EmbedCode(address: address, title: title, origin: origin)
        #expect(code.iframe(height: 9, narrowHeight: 9).contains(frame))
        let height = "height:clamp(9px,calc(41px - (100vw - 320px)*32/320),41px)"
        #expect(
            code.iframe(height: 9, narrowHeight: 41).contains(
                "height=\"9\" loading=\"lazy\" style=\"border:0;max-width:100%;\(height)\""))
        #expect(code.component.contains(element))
        #expect(code.component.contains("statistic=\"x&quot;y\" lang=\"lt\" theme=\"dark\""))
        #expect(code.markdown(suffix: "png").hasPrefix(markdown))
        #expect(code.page == "https://akistata.example/statistics/x%22y?lang=lt")
    }
}
