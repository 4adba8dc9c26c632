import Foundation
import TestSupport
import Testing

@Suite("A dataset of goods")
struct ForeignHistoryTests {
    /// What the shipped history is about, in the languages of the program. “People” are not among them: that is also what
    /// readers are called.
    private static let foreign = [
        "1944", "1945", "lithuania", "lietuvos", "lietuva", "tininis", "vardys", "mobilis", "mobiliz", "human being",
        "persons", "same people", "other people", "soldier", "dodger", "army", " men ", "conscript", "žmones", "žmonių",
        "vyrų",
        "karei",
    ]

    /// The small dataset, with tonnes of grain for the houses in it.
    private static func goods() throws -> Service {
        var dataset = SmallDataset()
        for (name, text) in dataset.files {
            let grain = text.replacing("houses", with: "tonnes").replacing("Houses", with: "Grain")
                .replacing("With people in them.", with: "In store.").replacing("Gyvenamieji.", with: "Sandėliuose.")
            dataset = dataset.replacing(name, with: grain)
        }
        return try Service(hasPages: true, snapshot: try dataset.load())
    }

    @Test("is told without a word of another history: on pages, in the reference, in the schemas and by examples")
    func words() throws {
        let starts = [
            "/?lang=en", "/?lang=lt", "/api/v1/openapi.json", "/api/v1/schemas", "/llms.txt", "/embed.js",
            "/api/v1/events?year=x", "/api/v1/events?from=x", "/api/v1/statistics/x", "/nowhere", "/events/nothing",
        ]
        let service = try ForeignHistoryTests.goods()
        var answers = try Crawl(service, from: starts).answers
        let schemas = try FileManager.default.contentsOfDirectory(
            at: Service.resources.appending(path: "schemas"), includingPropertiesForKeys: nil)
        for schema in schemas {
            let path = "/api/v1/schemas/" + schema.lastPathComponent
            answers[path] = try service.get(path)
            #expect(answers[path]?.status == 200, "\(path)")
        }
        for (path, answer) in answers where answer["Content-Type"]?.hasPrefix("image/png") != true {
            // Some of the sources are in that language, and texts that a search finds.
            let text = answer.text.replacing("<dd>Lithuanian</dd>", with: "").replacing(", Lithuanian<", with: "<")
                .lowercased()
            for word in ForeignHistoryTests.foreign {
                #expect(!text.contains(word), "\(path): \(word)")
            }
        }
        #expect(answers.count > 200)
    }

    @Test("has its own dates as examples of what can be asked for")
    func examples() throws {
        let service = try ForeignHistoryTests.goods()
        let reference = try service.get("/docs/events?lang=en", ["Accept": "text/html"]).text
        #expect(reference.contains("1931-04-10/1931-05, 1931-04/1931-05"))
        #expect(try service.get("/api/v1/events?from=x").text.contains("such as 1931-04-10/1931-05 or 1931-04/1931-05"))
    }
}
