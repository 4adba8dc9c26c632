import Foundation
import HTTPCore
import TestSupport
import Testing

@testable import API

@Suite("Below a path of a host")
struct BasePathTests {
    private static let base = "/histories/river"

    private let service: Service
    private let plain: Service

    init() throws {
        service = try Service(origin: Origin("https://museum.example" + BasePathTests.base), hasPages: true)
        plain = try Service(origin: Origin("https://museum.example"), hasPages: true)
    }

    @Test(
        "everything answers the same, whether the proxy takes the path off or not",
        arguments: [
            "/", "/api/v1", "/events", "/api/v1/events?limit=2", "/@1.0.0/statistics", "/style.css", "/healthz",
        ])
    func both(path: String) throws {
        let (with, without) = (try service.get(BasePathTests.base + path), try service.get(path))
        #expect(with.status == 200)
        #expect(with.body == without.body)
        #expect(with["Link"] == without["Link"])
    }

    @Test(
        "links begin with it, in the head and in the body",
        arguments: [
            ("/api/v1/events", "\"first\":\"/histories/river/api/v1/events\""),
            ("/api/v1", "\"chronology\":\"/histories/river/charts/"),
            ("/api/v1/@1.0.0/events", "\"self\":\"/histories/river/api/v1/@1.0.0/events"),
            ("/events", "href=\"/histories/river/events/"), ("/events", "href=\"/histories/river/\""),
            ("/events", "href=\"/histories/river/style.css\""),
            ("/llms.txt", "](/histories/river/)"), ("/robots.txt", "Disallow: /histories/river/metrics"),
            ("/robots.txt", "Sitemap: https://museum.example/histories/river/sitemap.xml"),
            ("/api/v1/events.jsonld", "\"@base\":\"https://museum.example/histories/river/\""),
            ("/api/v1/events.jsonld", "\"@id\":\"/histories/river/api/v1/events/"),
            ("/api/v1/changes.atom", "https://museum.example/histories/river/changes/1-0-0"),
            ("/api/v1/openapi.json", "\"url\":\"https://museum.example/histories/river\""),
            ("/api/v1/openapi.json", "\"/api/v1/events\":{"),
            ("/api/v1/timemap?path=/histories/river/events", "<https://museum.example/histories/river/events>"),
        ])
    func links(path: String, text: String) throws {
        let answer = try service.get(path)
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(text))
        for target in (answer["Link"] ?? "").split(separator: "<").dropFirst() where target.hasPrefix("/") {
            #expect(target.hasPrefix(BasePathTests.base + "/"), "\(target)")
        }
    }

    @Test(
        "what is refused says where, and leads on below it",
        arguments: [
            ("/histories/river/nothing", 404, "\"instance\":\"/histories/river/nothing\""),
            ("/nothing", 404, "\"instance\":\"/histories/river/nothing\""),
            ("/histories/river/api/v1/event", 404, "/histories/river/api/v1/events"),
            ("/histories/river/api/v1/events?limit=x", 400, "\"instance\":\"/histories/river/api/v1/events?limit=x\""),
            ("/histories/riverside/events", 404, "\"instance\":\"/histories/river/histories/riverside/events\""),
        ])
    func problems(path: String, status: Int, text: String) throws {
        let answer = try service.get(path)
        #expect(answer.status == status)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(text))
        let page = try service.get(path, ["Accept": "text/html"])
        #expect(String(decoding: page.body, as: UTF8.self).contains("href=\"/histories/river/style.css\""))
    }

    @Test(
        "what leads elsewhere leads below it",
        arguments: [
            ("/histories/river", "/histories/river/"), ("/histories/river?a=b", "/histories/river/?a=b"),
            ("/histories/river/events/", "/histories/river/events"), ("/help", "/histories/river/about"),
        ])
    func redirects(path: String, target: String) throws {
        let answer = try service.get(path)
        #expect(answer.status == 308)
        #expect(answer["Location"] == target)
    }

    @Test(
        "what was asked for is told as it was asked",
        arguments: [
            ("/search?q=%2Fevents", "value=\"/events\""), ("/search?q=(%2Fevents)", "<title>Search: (/events)"),
            ("/api/v1/events?limit=%2Fevents", "“/events”"), ("/api/v1/events.txt?limit=%2Fevents", "“/events”"),
        ])
    func asked(path: String, text: String) throws {
        let answer = try service.get(BasePathTests.base + path, ["Accept-Language": "en"])
        #expect(String(decoding: answer.body, as: UTF8.self).contains(text), "\(answer.text)")
    }

    @Test("whoever asks for the path alone with another method is told what may be asked")
    func bare() throws {
        #expect(try service.answer(.options, BasePathTests.base).status == 204)
        #expect(try service.answer(.post, BasePathTests.base).status == 405)
        #expect(try service.answer(.head, BasePathTests.base)["Location"] == BasePathTests.base + "/")
    }

    @Test("a page is found by its whole address, and one beside it is not")
    func oEmbed() throws {
        let page = "/statistics/sandbags-april"
        let found = try service.get("/oembed?url=https://museum.example" + BasePathTests.base + page)
        #expect(found.status == 200)
        let html = try #require(found.json()["html"] as? String)
        #expect(html.contains("src=\"https://museum.example/histories/river/embed/statistics/sandbags-april"))
        #expect(try service.get("/oembed?url=https://museum.example" + page).status == 404)
    }

    @Test(
        "no text of the dataset changes: without the path, all is as it is without one",
        arguments: ["/api/v1/claims?limit=100", "/api/v1/sources", "/events", "/api/v1/checks.txt"])
    func text(path: String) throws {
        let (below, other) = (try service.get(path), try plain.get(path))
        #expect(
            String(decoding: below.body, as: UTF8.self).replacingOccurrences(of: BasePathTests.base, with: "")
                == String(decoding: other.body, as: UTF8.self))
    }
}
