import API
import Evidence
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@Suite("Docs, method and search")
struct DocsTests {
    private static let origin: KeyValuePairs = ["Host": "akistata.example"]

    @Test(
        "Every path of the OpenAPI description stands in the reference, with every parameter, in the words that it has there",
        arguments: ["en", "lt"])
    func everyOperation(language: String) throws {
        let service = try Service(hasPages: true)
        let index = try service.get("/docs?lang=\(language)", Self.origin).text
        let document = try service.get("/api/v1/openapi.json?lang=\(language)").json()
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        let shared = try #require((document["components"] as? [String: Any])?["parameters"] as? [String: [String: Any]])
        var pages: [String: String] = [:]
        for (path, item) in paths {
            let operation = try #require(item["get"])
            let group = try #require((operation["tags"] as? [String])?.first)
            let page = try pages[group] ?? service.get("/docs/\(group)?lang=\(language)", Self.origin).text
            pages[group] = page
            #expect(index.contains("/docs/\(group)?lang=\(language)#"))
            let summary = try #require(operation["summary"] as? String)
            #expect(index.contains("<dd>\(summary)</dd>") && page.contains("<p>\(summary)</p>"), "\(path)")
            let stands = page.contains("data-pattern=\"\(path)\"") || page.contains("<code>\(path)</code>")
            #expect(stands, "\(path)")
            for parameter in try #require(operation["parameters"] as? [[String: Any]]) {
                let reference = (parameter["$ref"] as? String)?.components(separatedBy: "/").last
                let described = reference.flatMap { shared[$0] } ?? parameter
                let name = try #require(described["name"] as? String)
                let about = try #require(described["description"] as? String)
                #expect(page.contains("<span class=\"note\">\(about)</span>"), "\(path) \(name)")
                #expect(
                    page.contains("name=\"\(name)\"") || page.contains("data-segment=\"\(name)\""), "\(path) \(name)")
            }
        }
        #expect(pages.count > 10)
    }

    @Test(
        "The reference says nothing in English to those who read another language, and leads to what says the same to programs",
        arguments: ["lt", "pl", "de", "he"])
    func languages(tag: String) throws {
        let service = try Service.inAllLanguages(hasPages: true)
        let phrases = EnglishPhrases(unlike: Catalogue.withHebrew.language(LanguageTag(tag)).words, areNames: true)
        let index = try service.get("/docs?lang=\(tag)", Self.origin).text
        let groups = index.matches(of: /<h2><a href="(\/docs\/[a-z]+\?lang=[a-z]+)">/).map { String($0.1) }
        #expect(groups.count == 19)
        for page in [index] + (try groups.map { try service.get($0, Self.origin).text }) {
            let main = try #require(page.firstMatch(of: /<main.*<\/main>/.dotMatchesNewlines()))
            #expect(phrases.found(in: String(main.output).shownText).isEmpty)
            #expect(!main.output.contains("lang=\"en\""))
        }
        #expect(index.contains("<a href=\"/api/v1/openapi.json?lang=\(tag)\">OpenAPI 3.1</a>"))
        #expect(index.contains("<a href=\"/llms.txt?lang=\(tag)\">llms.txt</a>"))
    }

    @Test("Each form answers as it stands, without scripts, and so does each command")
    func forms() throws {
        let service = try Service(hasPages: true)
        let groups = try service.get("/docs", Self.origin).text
            .matches(of: /<h2><a href="\/docs\/([a-z]+)">/).map { String($0.1) }
        #expect(groups.count > 10)
        for group in groups {
            let page = try service.get("/docs/\(group)", Self.origin).text
            for match in page.matches(of: /curl 'http:\/\/akistata\.example([^']*)'/) {
                let target = String(match.1).replacing("&amp;", with: "&")
                #expect(try service.get(target, Self.origin).status == 200, "\(target)")
            }
            // What a browser sends of a form that nobody touched: fields that are filled, no lists, nothing disabled.
            for form in page.components(separatedBy: "<form class=\"try\"").dropFirst() {
                let fields = form.matches(of: /<input[^>]* name="([a-z]+)"([^>]*)value="([^"]*)"/).filter {
                    !$0.2.contains("disabled")
                }
                let query = fields.map { "\($0.1)=\($0.3)" }.joined(separator: "&")
                for button in form.matches(of: /<button formaction="([^"]+)"/) {
                    let target = "\(button.1)?\(query)"
                    #expect(try service.get(target, Self.origin).status == 200, "\(target)")
                }
            }
        }
    }

    @Test("A part of the API that there is not is not found")
    func unknownGroup() throws {
        #expect(try Service(hasPages: true).get("/docs/event", Self.origin).status == 404)
    }

    @Test("The method has every verdict, kind and source by the words that answers have", arguments: ["en", "lt"])
    func method(language: String) throws {
        let service = try Service(hasPages: true)
        let answer = try service.get("/about?lang=\(language)", Self.origin)
        #expect(answer.status == 200)
        #expect(answer.text.matches(of: /<dt>[^<]+<\/dt><dd>[^<]+<\/dd>/).count == 21)
        for source in try service.all("/api/v1/sources?lang=\(language)") {
            let id = try #require(source["id"] as? String)
            #expect(answer.text.contains("href=\"/sources/\(id)?lang=\(language)\""))
        }
        #expect(answer.text.contains("http://akistata.example/@1.0.0"))
    }

    static let searches: [(query: String, expected: String)] = [
        ("q=report", "The dyke <mark>report</mark>’s count by 16 April"),
        ("q=10,378", "<a href=\"/statistics/sandbags-total\">"),
        // A text in another language than the reader’s says which.
        ("q=potvynis&lang=en", ", Lithuanian</p>"),
        ("q=potvinis&lang=lt", "<a href=\"/search?q=potvynis&amp;lang=lt\">potvynis</a>"),
        ("q=potvinis&lang=lt", ">Įrašų nerasta<"),
        ("q=report&kind=sources", "name=\"kind\" value=\"sources\" checked"),
        ("q=report&lang=lt", "<input type=\"hidden\" name=\"lang\" value=\"lt\">"),
        ("q=%22open", "A quotation mark is not closed."),
        ("q=,,", "There is no word or figure in it."),
        ("", "You can also look through"),
        ("q=", "You can also look through"),
        ("q=flood&limit=2", "rel=\"next\""),
    ]

    @Test("The search page", arguments: searches)
    func search(query: String, expected: String) throws {
        let answer = try Service(hasPages: true).get("/search?\(query)", Self.origin)
        #expect(answer.status == 200)
        #expect(answer.text.contains(expected))
    }

    @Test("Every hit of a search leads to a page of the same record")
    func hits() throws {
        let service = try Service(hasPages: true)
        let page = try service.get("/search?q=flood&limit=1000", Self.origin).text
        let links = page.matches(of: /<a href="(\/[^"]+)"><?[^\/]/).map { String($0.1) }
        #expect(links.count > 10)
        for link in links where link.hasPrefix("/checks/") || link.hasPrefix("/discrepancies/") {
            #expect(
                try service.get(link, Self.origin).text.contains(
                    "<link rel=\"canonical\" href=\"http://akistata.example\(link)"))
        }
        #expect(!links.contains { $0.hasPrefix("/claims/") })
    }
}
