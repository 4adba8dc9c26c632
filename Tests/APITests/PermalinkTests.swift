import API
import HTTPCore
import TestSupport
import Testing

@Suite("A permalink")
struct PermalinkTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "answers what the path without the version answers, with links that stay in the version",
        arguments: [
            "/api/v1", "/api/v1.json", "/api/v1.txt", "/api/v1/events/order-12",
            "/api/v1/statistics/sandbags-april.json?lang=lt",
            "/api/v1/claims.csv", "/api/v1/claims/sandbags-april-main.jsonld", "/api/v1/timeline.json",
            "/api/v1/charts/statistics/sandbags-april.vl.json", "/api/v1/events.ics?category=law",
            "/api/v1/cite/sources/diary-1931.bib", "/api/v1/changes.atom",
        ])
    func same(path: String) throws {
        let plain = try service.get(path)
        for mark in ["@", "%40"] {
            let pinned = try service.get("/api/v1/\(mark)1.0.0" + path.dropFirst("/api/v1".count))
            #expect(pinned.status == 200)
            let texts = [pinned, plain].map { $0.text.replacing("/@1.0.0", with: "") }
            #expect(texts[0] == texts[1])
            #expect(pinned["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(pinned["Link"]?.contains("<\(path)>; rel=\"latest-version\"") == true)
            #expect(plain["Link"]?.contains("latest-version") != true)
        }
    }

    @Test("of a list leads to pages of the same version")
    func pages() throws {
        let first = try service.get("/api/v1/@1.0.0/events?limit=3")
        let next = try #require(try first.links()["next"] as? String)
        #expect(next.hasPrefix("/api/v1/@1.0.0/events?limit=3&cursor="))
        let second = try service.get(next)
        #expect(try second.ids() == service.get("/api/v1/events?limit=6").ids().suffix(3))
    }

    @Test(
        "of a version that is not kept is gone, and tells where the current one is",
        arguments: [
            ("/api/v1/@0.9.0/events?category=law", "/api/v1/events?category=law"), ("/api/v1/@0.9.0", "/api/v1"),
            ("/api/v1/@0.9.0/nothing", nil), ("/api/v1/@0.9.0/a\"<b>?<c>", nil),
            ("/api/v1/@0.9.0/events?\"<b>", "/api/v1/events?%22%3Cb%3E"), ("/@0.9.0", "/"), ("/@0.9.0/events", nil),
        ])
    func gone(target: String, latest: String?) throws {
        let answer = try service.get(target)
        #expect(answer.status == 410)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer["Link"] == latest.map { "<\($0)>; rel=\"latest-version\"" })
        #expect(answer["Cache-Control"] == "no-store")
        #expect(try answer.json()["instance"] as? String == target)
    }

    @Test(
        "of no version, malformed, or with nothing behind it, is not found",
        arguments: [
            "/api/v1/@", "/api/v1/@1.0", "/api/v1/@1.0.0.0/events", "/api/v1/@1.0.x/events", "/api/v1/@1..0/events",
            "/api/v1/@-1.0.0/events", "/api/v1/@1.0.0/nothing", "/api/v1/@1.0.0/@1.0.0/events", "/api/v1/@1.0.0events",
            "/api/v1/@1.0.0/healthz", "/@1.0.0/healthz", "/@1.0.0/api/v1", "/api/v1/%401.0/events",
            "/api/v1/@10.0.0", "/api/v1/@1.0.00/events", "/@2.0.0/events", "/@1.0.0events", "/@1.0.0.json",
            "/api/v1/@\(String(repeating: "1", count: 40)).0.0",
        ])
    func malformed(path: String) throws {
        #expect(try service.get(path).status == 404)
    }

    @Test("answers OPTIONS, and refuses to be written to")
    func methods() throws {
        #expect(try service.answer(.options, "/api/v1/@1.0.0/events").status == 204)
        #expect(try service.answer(.post, "/api/v1/@1.0.0/events").status == 405)
        #expect(
            try service.answer(.head, "/api/v1/@1.0.0/events")["ETag"] == service.get("/api/v1/@1.0.0/events")["ETag"])
    }

    @Test(
        "is what resources say they are to be cited as (RFC 8574)",
        arguments: [
            ("/api/v1", "/api/v1/@1.0.0"), ("/api/v1/events", "/api/v1/@1.0.0/events"),
            ("/api/v1/events/order-12.csv", "/api/v1/@1.0.0/events/order-12"),
            ("/api/v1/@1.0.0/claims/sandbags-april-main?lang=lt", "/api/v1/@1.0.0/claims/sandbags-april-main"),
        ])
    func citeAs(path: String, permalink: String) throws {
        #expect(try service.get(path)["Link"]?.contains("<\(permalink)>; rel=\"cite-as\"") == true)
        #expect(try service.get(permalink).status == 200)
    }
}
