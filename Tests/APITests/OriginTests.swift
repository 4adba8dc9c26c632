import API
import Foundation
import HTTPCore
import TestSupport
import Testing

@Suite("A saved file")
struct OriginTests {
    private func service(_ origin: String?, hasPages: Bool = true) throws -> Service {
        try Service(origin: origin.flatMap { Origin($0) }, hasPages: hasPages)
    }

    @Test(
        "of linked data says by its base where its paths are, once the public address is known",
        arguments: ["/api/v1.jsonld", "/api/v1/events.jsonld", "/api/v1/events/upper-sluice.jsonld"])
    func linked(path: String) throws {
        let context = { (service: Service) in
            try service.get(path).json()["@context"] as? [String: Any]
        }
        #expect(try context(service("https://akistata.example"))?["@base"] as? String == "https://akistata.example/")
        let relative = try #require(try context(service(nil)))
        #expect(relative["@base"] == nil && relative["@version"] as? Double == 1.1)
    }

    @Test("of the feed leads to a page for people first, by a whole address once that is known")
    func feed() throws {
        let links = { (service: Service) in
            let tree = try service.get("/api/v1/changes.atom?lang=en").text
            let entry = try #require(tree.components(separatedBy: "<entry>").dropFirst().first)
            return entry.matches(of: /<link rel="alternate" type="([^"]+)" href="([^"]+)"/).map { "\($0.1) \($0.2)" }
        }
        #expect(
            try links(service("https://akistata.example")).prefix(1) == [
                "text/html https://akistata.example/changes/1-0-0?lang=en"
            ])
        #expect(try links(service("https://akistata.example")).last?.hasPrefix("application/json https://") == true)
        #expect(try links(service(nil)).first == "text/html /changes/1-0-0?lang=en")
        #expect(try links(service(nil, hasPages: false)).count == 1)
    }

    @Test("of the calendar leads to the pages of its events")
    func calendar() throws {
        let text = try service("https://akistata.example").get("/api/v1/events.ics?lang=en").text
        #expect(text.contains("\r\nURL:https://akistata.example/events/"), "\(text)")
        #expect(text.contains("\r\nX-WR-CALNAME:"))
    }

    @Test("is announced by every page, where it is a feed")
    func announced() throws {
        let page = try service(nil).get("/?lang=en", ["Accept": "text/html"]).text
        #expect(
            page.contains(#"<link rel="alternate" type="application/atom+xml" href="/api/v1/changes.atom?lang=en""#))
    }
}
