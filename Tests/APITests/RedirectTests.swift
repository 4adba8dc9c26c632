import HTTPCore
import TestSupport
import Testing

@Suite("A path that is not quite one")
struct RedirectTests {
    private let service: Service

    init() throws { service = try RiverVersions.service(hasPages: true) }

    @Test(
        "leads where it is meant to, for good and with its query (RFC 9110 section 15.4.9)",
        arguments: [
            ("/events/", "/events"), ("/api/v1/", "/api/v1"), ("/api/v1/events/?limit=2", "/api/v1/events?limit=2"),
            ("/api/v1/events/order-12/", "/api/v1/events/order-12"), ("/@1.0.0/", "/@1.0.0"),
            ("/@1.0.0/events/", "/@1.0.0/events"), ("/api/v1/@1.0.0/", "/api/v1/@1.0.0"), ("/api", "/api/v1"),
            ("/openapi.json?lang=lt", "/api/v1/openapi.json?lang=lt"), ("/api/v1/docs", "/docs"),
            ("/swagger/", "/docs"),
            ("/help", "/about"), ("/favicon.ico", "/icon.svg"),
        ])
    func leads(target: String, location: String) throws {
        let answer = try service.answer(.get, target, ["Host": "localhost"])
        #expect(answer.status == 308)
        #expect(answer["Location"] == location)
        #expect(answer.body.isEmpty)
        #expect(try service.answer(.get, location, ["Host": "localhost"]).status == 200)
        #expect(try service.answer(.head, target).status == 308)
    }

    @Test(
        "leads nowhere if there is nothing, to no other host, and only those who read",
        arguments: ["/nothing/", "//example.org/", "/events//", "/@3.0.0/nothing/", "/healthz/x/", "/api/v2/"])
    func nowhere(target: String) throws {
        #expect(try service.answer(.get, target).status == 404)
    }

    @Test("is a mistake where something was to be written")
    func methods() throws {
        for target in ["/events/", "/api"] { #expect(try service.answer(.post, target).status == 404) }
    }

    @Test("leads to the description of the API where there are no pages")
    func dataOnly() throws {
        let service = try Service()
        for (target, location) in [
            ("/docs", "/api/v1/openapi.json"), ("/swagger", "/api/v1/openapi.json"), ("/help", "/api/v1"),
        ] { #expect(try service.get(target)["Location"] == location) }
        #expect(try service.get("/favicon.ico").status == 404)
    }
}
