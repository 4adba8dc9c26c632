import Foundation
import TestSupport
import Testing

@Suite("A dataset in a language that the program has no words for")
struct FurtherLanguageTests {
    private let service: Service

    init() throws {
        service = try Service(hasPages: true, snapshot: try SmallDataset().told(in: ["en", "lt", "pl"]).load())
    }

    @Test("is told as data in it, and as text with English around it")
    func data() throws {
        let index = try service.get("/api/v1?lang=pl")
        #expect(index["Content-Language"] == "pl")
        let dataset = try #require(try index.record()["dataset"] as? [String: Any])
        #expect(dataset["languages"] as? [String] == ["en", "lt", "pl"])
        #expect(dataset["title"] as? String == "pl: A river in flood")
        let statistic = try service.get("/api/v1/statistics/left", ["Accept-Language": "pl, en;q=0.5"])
        #expect(try statistic.record()["title"] as? String == "pl: Left bank")
        #expect(try service.get("/api/v1/statistics/left.txt?lang=pl").text.contains("pl: Houses"))
        #expect(try service.get("/api/v1/statistics?sort=title&lang=pl").status == 200)
        #expect(try service.get("/api/v1/statistics?q=pl&lang=pl").total() > 0)
        let linked = try service.get("/api/v1/statistics/left.jsonld")
        #expect(linked["Content-Language"] == "en, lt, pl")
        #expect(
            try linked.json()["name"] as? [String: String] == [
                "en": "Left bank", "lt": "Kairysis krantas", "pl": "pl: Left bank",
            ])
        #expect(try service.get("/api/v1/statistics?lang=de").text.contains("[\"en\",\"lt\",\"pl\"]"))
    }

    @Test(
        "has pages in it, and pictures, with English around its texts",
        arguments: ["/", "/statistics/left"])
    func pages(path: String) throws {
        let page = try service.get(path + "?lang=pl", ["Accept": "text/html"])
        #expect(page.status == 200)
        #expect(page["Content-Language"] == "pl")
        #expect(page.text.contains("<html lang=\"pl\""))
        #expect(page.text.contains("pl: "))
        #expect(page.text.contains("Discrepancies"))
        #expect(try service.get("/charts/statistics/left.svg?lang=pl").text.contains("pl: Left bank"))
    }
}
