import API
import Description
import Evidence
import Foundations
import HTTPCore
import Problems
import Rendering
import TestSupport
import Testing

/// The usual descriptions, and routes that are to be given up.
private struct PlantedRoutes: APIDescription {
    static let since = CalendarDay(year: 2023, month: 7, day: 1)
    static let sunset = CalendarDay(year: 2024, month: 7, day: 1)

    func routes(of others: [Route], pages: [Route], on site: Site) -> [Route] {
        let answer: Route.Answer = { context throws(Problem) in
            try Representation(Array("{}".utf8), as: .json).result(to: context)
        }
        let deprecation = PlantedRoutes.since.map { Deprecation(since: $0, sunset: PlantedRoutes.sunset) }
        let old = Parameter(
            name: "old", key: "lang", .words,
            deprecation: PlantedRoutes.since.map { Deprecation(since: $0) })
        let own = [
            Route("/old", formats: [.json], deprecation: deprecation, answer: answer),
            Route("/new", formats: [.json], parameters: { [$0.lang, old] }, answer: answer),
            Route("/file", deprecation: deprecation) { _ in .response(Response(.ok, body: Body("x"))) },
        ]
        return own + Descriptions().routes(of: others + own, pages: pages, on: site)
    }
}

@Suite("What is deprecated")
struct DeprecationTests {
    private let service: Service

    init() throws { service = try Service(description: PlantedRoutes()) }

    @Test(
        "says so in every answer, with the days as RFC 9745 and RFC 8594 have them",
        arguments: ["/old", "/old.json", "/file"])
    func fields(path: String) throws {
        // The second comes from the cache, the third is made of it.
        for answer in [try service.get(path), try service.get(path), try service.answer(.head, path)] {
            #expect(answer["Deprecation"] == "@1688169600")
            #expect(answer["Sunset"] == "Mon, 01 Jul 2024 00:00:00 GMT")
            #expect(answer.all("Link").contains(#"</docs>; rel="deprecation"; type="text/html""#))
            #expect(answer.all("Access-Control-Expose-Headers").contains("Deprecation, Sunset"))
        }
    }

    @Test("says so where nothing has changed, too")
    func notModified() throws {
        let etag = try #require(try service.get("/old")["ETag"])
        let answer = try service.answer(.get, "/old", ["If-None-Match": etag])
        #expect(answer.status == 304)
        #expect(answer["Deprecation"] == "@1688169600")
    }

    @Test("is a parameter only where it is sent")
    func parameter() throws {
        let plain = try service.get("/new?lang=en")
        #expect(plain["Deprecation"] == nil && plain["Sunset"] == nil)
        let sent = try service.get("/new?old=x")
        #expect(sent["Deprecation"] == "@1688169600")
        #expect(sent["Sunset"] == nil)
    }

    @Test("is marked in the description, and told in words")
    func description() throws {
        let document = try #require(JSON(service.get("/api/v1/openapi.json").body))
        let old = try #require(document["paths"]?["/old"]?["get"])
        #expect(old["deprecated"] == .bool(true))
        #expect(old["summary"]?.string?.hasSuffix("Deprecated since 1 July 2023. It ends on 1 July 2024.") == true)
        #expect(document["paths"]?["/new"]?["get"]?["deprecated"] == nil)
        let parameters = try #require(document["components"]?["parameters"])
        #expect(parameters["old"]?["deprecated"] == .bool(true))
        #expect(parameters["old"]?["description"]?.string?.hasSuffix("Deprecated since 1 July 2023.") == true)
        #expect(parameters["lang"]?["deprecated"] == nil)
    }

    @Test("is nothing yet of what the program has, as Compatibility says")
    func nothing() throws {
        let document = try Service().get("/api/v1/openapi.json").text
        #expect(!document.contains("\"deprecated\":true"))
    }
}
