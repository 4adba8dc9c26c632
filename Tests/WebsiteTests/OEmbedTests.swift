import Foundation
import Foundations
import HTTPCore
import TestSupport
import Testing

@testable import API

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("oEmbed")
struct OEmbedTests {
    private static let discrepancy = "returned-left-by-june-claims"
    private static let statistic = "returned-left-by-june"

    private static func target(_ page: String, _ more: String = "") -> String {
        "/oembed?url=" + PercentEncoding.encode(page) + more
    }

    @Test(
        "finds what a page of ours shows, whatever its scheme, language and fragment",
        arguments: [
            ("http://localhost/discrepancies/\(discrepancy)", "/embed/discrepancies/\(discrepancy)"),
            ("https://localhost/discrepancies/\(discrepancy)", "/embed/discrepancies/\(discrepancy)"),
            ("http://LOCALHOST/discrepancies/\(discrepancy)#claims", "/embed/discrepancies/\(discrepancy)"),
            ("http://localhost/discrepancies/\(discrepancy)?lang=lt", "/embed/discrepancies/\(discrepancy)?lang=lt"),
            ("http://localhost/statistics/\(statistic)?lang=en&x=y", "/embed/statistics/\(statistic)?lang=en"),
            ("http://localhost/lessons/\(discrepancy)?lang=lt", "/embed/discrepancies/\(discrepancy)?lang=lt"),
            (
                "http://localhost/embed/statistics/\(statistic)?theme=dark&lang=lt",
                "/embed/statistics/\(statistic)?lang=lt&amp;theme=dark"
            ),
            ("http://localhost/statistics/returned%2Dleft-by-june", "/embed/statistics/\(statistic)"),
        ])
    func pages(page: String, frame: String) throws {
        let answer = try Service(hasPages: true).get(OEmbedTests.target(page))
        #expect(answer.status == 200)
        let html = try #require(try answer.json()["html"] as? String)
        #expect(html.hasPrefix("<iframe src=\"http://localhost\(frame)\" "))
    }

    @Test(
        "answers 404 for a page of another site, and for one that shows nothing",
        arguments: [
            "http://example.org/discrepancies/\(discrepancy)", "http://localhost:81/discrepancies/\(discrepancy)",
            "http://localhost.example.org/discrepancies/\(discrepancy)",
            "http://user@localhost/discrepancies/\(discrepancy)", "ftp://localhost/discrepancies/\(discrepancy)",
            "//localhost/discrepancies/\(discrepancy)", "/discrepancies/\(discrepancy)", "discrepancies", "", "http://",
            "http://localhost/", "http://localhost/about", "http://localhost/discrepancies",
            "http://localhost/discrepancies/", "http://localhost/discrepancies/no-such-one",
            "http://localhost/statistics/\(discrepancy)", "http://localhost/events/\(discrepancy)",
            "http://localhost/embed/embed/discrepancies/\(discrepancy)",
            "http://localhost/discrepancies/\(discrepancy)/", "http://localhost/discrepancies/\(discrepancy) HTTP/1.1",
            "http://localhost/discrepancies/%ff", "http://localhost/discrepancies/é\r\nHost: localhost",
        ])
    func unknown(page: String) throws {
        #expect(try Service(hasPages: true).get(OEmbedTests.target(page)).status == 404)
    }

    @Test(
        "answers as the specification says",
        arguments: [
            ("/oembed", 400), ("/oembed?url", 404), ("/oembed?format=json", 400),
            (target("http://localhost/statistics/\(statistic)", "&format=yaml"), 501),
            (target("http://localhost/statistics/\(statistic)", "&format="), 501),
            (target("http://localhost/statistics/\(statistic)", "&format=csv"), 501),
            (target("http://localhost/statistics/\(statistic)", "&maxwidth=wide"), 400),
            (target("http://localhost/statistics/\(statistic)", "&maxwidth=0"), 400),
            (target("http://localhost/statistics/\(statistic)", "&maxheight=-1"), 400),
            (target("http://localhost/statistics/\(statistic)", "&maxheight=9999999999999999999999"), 400),
            (target("http://localhost/statistics/\(statistic)", "&dnt=1&discover=true&maxwidth=500"), 200),
            (target("http://localhost/statistics/\(statistic)", "&maxwidth=\(Int.max)&maxheight=\(Int.max)"), 200),
        ])
    func statuses(target: String, status: Int) throws {
        #expect(try Service(hasPages: true).get(target).status == status)
    }

    @Test(
        "gives the format asked for",
        arguments: [
            ("/oembed?", "&format=json", nil, "application/json"), ("/oembed?", "", nil, "application/json"),
            ("/oembed?", "&format=xml", nil, "text/xml; charset=utf-8"),
            ("/oembed?", "&format=json", "text/xml", "application/json"),
            ("/oembed?", "", "text/xml", "text/xml; charset=utf-8"), ("/oembed?", "", "image/png", "application/json"),
            ("/oembed.xml?", "", nil, "text/xml; charset=utf-8"), ("/oembed.json?", "", nil, "application/json"),
        ] as [(String, String, String?, String)])
    func formats(path: String, query: String, accept: String?, type: String) throws {
        let target = path + "url=http%3A%2F%2Flocalhost%2Fstatistics%2F\(OEmbedTests.statistic)" + query
        let answer =
            try accept.map { try Service(hasPages: true).get(target, ["Accept": $0]) }
            ?? Service(hasPages: true).get(target)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == type)
    }

    @Test("says the same in JSON and in XML, which other parsers read")
    func sameInBoth() throws {
        let page = "http://localhost/discrepancies/\(OEmbedTests.discrepancy)?lang=lt"
        let json = try Service(hasPages: true).get(OEmbedTests.target(page)).json()
        let xml = try Service(hasPages: true).get(OEmbedTests.target(page, "&format=xml"))
        let document = try XMLReading(xml.body)
        #expect(Set(document.texts.keys) == Set(json.keys))
        for (name, value) in json { #expect(document.texts[name] == "\(value)") }
        #expect(json["type"] as? String == "rich")
        #expect(json["version"] as? String == "1.0")
        #expect(json["provider_name"] as? String == "Akistata")
        #expect(json["provider_url"] as? String == "http://localhost/")
    }

    @Test(
        "keeps to the size that is allowed",
        arguments: [("", 640), ("&maxwidth=320", 320), ("&maxwidth=5000", 640), ("&maxheight=90", 640)])
    func sizes(query: String, width: Int) throws {
        let page = "http://localhost/discrepancies/\(OEmbedTests.discrepancy)"
        let json = try Service(hasPages: true).get(OEmbedTests.target(page, query)).json()
        let height = try #require(json["height"] as? Int)
        #expect(json["width"] as? Int == width)
        #expect(query.contains("maxheight") ? height == 90 : height > 300)
        #expect((json["html"] as? String)?.contains("width=\"\(width)\" height=\"\(height)\"") == true)
    }

    @Test("knows the site by the address that it was given, and not by what the request says")
    func origins() throws {
        let service = try Service(origin: Origin("https://akistata.example"), hasPages: true)
        let ours = "https://akistata.example/statistics/\(OEmbedTests.statistic)"
        #expect(try service.get(OEmbedTests.target(ours)).status == 200)
        let other = "http://localhost/statistics/\(OEmbedTests.statistic)"
        #expect(try service.get(OEmbedTests.target(other)).status == 404)
    }
}

/// The texts of a document's elements, by Foundation's parser.
private final class XMLReading: NSObject, XMLParserDelegate {
    private(set) var texts: [String: String] = [:]
    private var text = ""

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        try #require(parser.parse())
        texts["oembed"] = nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { text = "" }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        texts[name] = text
    }
}
