import Archive
import Evidence
import Foundations
import HTTPCore
import Raster
import Reasoning
import TestSupport
import Testing
import Wording

@testable import API
@testable import Charts

@Suite("The address of a picture")
struct PictureRouteTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "answers with SVG in the language and theme asked for",
        arguments: [
            "/charts/statistics/sandbags-april", "/charts/discrepancies/sandbags-sum", "/charts/measures/returned",
            "/charts/timeline",
        ])
    func pictures(path: String) throws {
        for target in [path + ".svg", path] {
            let answer = try service.get(target)
            #expect(answer.status == 200 && answer["Content-Type"] == "image/svg+xml", "\(target)")
            #expect(try XMLTree(answer.text).elements.first?.attributes["xml:lang"] == "en")
        }
        let dark = try service.get(path + ".svg?lang=lt&theme=dark")
        #expect(try XMLTree(dark.text).elements.first?.attributes["xml:lang"] == "lt")
        #expect(dark.text.contains(Ink.paper.color(in: .dark)))
        #expect(dark["Content-Language"] == "lt")
        for (query, units) in [("", "360"), ("?width=narrow", "360"), ("?width=wide", "640")] {
            let root = try #require(try XMLTree(try service.get(path + ".svg" + query).text).elements.first)
            #expect(root.attributes["viewBox"]?.split(separator: " ")[2] == units[...], "\(query)")
        }
        #expect(
            try service.get(path + ".svg", ["Accept-Encoding": "gzip"]).gunzipped() == service.get(path + ".svg").body)
    }

    @Test("answers with the picture of a knot by its id, and leads from it to the ways out")
    func knots() throws {
        let snapshot = try Service.snapshot.get()
        #expect(snapshot.weighing.knots.count == 2)
        for knot in snapshot.weighing.knots {
            let answer = try service.get("/charts/knots/\(knot.id).svg?lang=lt")
            #expect(answer.status == 200 && answer["Content-Type"] == "image/svg+xml")
            let wide = try service.get("/charts/knots/\(knot.id).svg?lang=lt&width=wide")
            #expect(try XMLTree(wide.text).elements.first?.attributes["viewBox"]?.contains(" 640 ") == true)
            let about = "/api/v1/revisions/\(knot.id)-statistic"
            #expect(answer["Link"]?.contains("<\(about)>; rel=\"about\"") == true)
            #expect(try service.get(about).status == 200)
            let figures = knot.conflicts.flatMap { snapshot.weighing.conflicts[$0].figures }
            let claims = figures.compactMap { snapshot.weighing.network.figures[$0].claims.first }
            for claim in claims { #expect(answer.text.contains(claim.quantity.text(in: .lithuanian))) }
        }
        let missed = try service.get("/charts/knots/\(snapshot.weighing.knots[0].id.dropLast())x.svg")
        #expect(missed.status == 404 && missed.text.contains(snapshot.weighing.knots[0].id))
    }

    @Test("allows the one style that is in the picture, and nothing else")
    func policy() throws {
        let auto = try service.get("/charts/timeline.svg")
        let style = try #require(try XMLTree(auto.text).all("style").first).text
        #expect(
            auto["Content-Security-Policy"] == "default-src 'none'; style-src \(SHA256.source(of: style))")
        for theme in ["light", "dark"] {
            let answer = try service.get("/charts/timeline.svg?theme=\(theme)")
            #expect(answer["Content-Security-Policy"] == "default-src 'none'")
        }
    }

    @Test(
        "of what is not there is 404 with the nearest, and of what has no figures 404",
        arguments: [
            ("/charts/statistics/sandbags-apri.svg", "sandbags-april"),
            ("/charts/discrepancies/sandbags-sun.svg", "sandbags-sum"),
            ("/charts/measures/retuned.svg", "returned"), ("/charts/timelines.svg", "/charts/timeline"),
            ("/charts/discrepancies/river-law-force.svg", "no figures to draw"),
            ("/charts/discrepancies/fined-since.svg", "no figures to draw"),
            ("/charts/measures/drowned.svg", "no figures to draw"),
        ])
    func nothing(target: String, hint: String) throws {
        let answer = try service.get(target)
        #expect(answer.status == 404 && answer.text.contains(hint), "\(answer.text)")
    }

    @Test(
        "refuses a value that it does not know, with a hint",
        arguments: [
            ("theme=drak", "dark"), ("width=wid", "wide"), ("width=640", "narrow"), ("lang=de", "en"),
            ("theme=dark&theme=light", "twice"),
        ])
    func badParameters(query: String, hint: String) throws {
        for path in ["/charts/timeline.svg", "/charts/measures/returned.svg"] {
            let answer = try service.get(path + "?" + query)
            #expect(answer.status == 400 && answer.text.contains(hint), "\(answer.text)")
        }
    }

    @Test("has no PNG where nothing converts it: no path, no type, no link")
    func noConverter() throws {
        #expect(try service.get("/charts/statistics/sandbags-april.png").status == 404)
        #expect(try service.get("/charts/timeline.png").status == 404)
        #expect(try service.get("/charts/timeline", ["Accept": "image/png"]).status == 406)
        #expect(try service.get("/charts/timeline.svg")["Link"]?.contains("png") == false)
        #expect(try !service.get("/api/v1/openapi.json").text.contains("image/png"))
    }

    @Test("is linked from each record that has one, and is there")
    func links() throws {
        var pictures = [try #require(try service.get("/api/v1").links()["chronology"] as? String)]
        for path in ["/api/v1/statistics", "/api/v1/discrepancies"] {
            for record in try service.all(path) {
                let links = try #require(record["links"] as? [String: Any])
                pictures += ["picture", "measure"].compactMap { links[$0] as? String }
            }
        }
        #expect(Set(pictures).count > 40)
        for picture in Set(pictures) { #expect(try service.get(picture).status == 200, "\(picture)") }
        let chart = try service.get("/api/v1/charts/statistics/sandbags-april")
        #expect(chart["Link"]?.contains("</charts/statistics/sandbags-april.svg>; rel=\"alternate\"") == true)
    }
}
