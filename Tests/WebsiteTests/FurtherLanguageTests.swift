import Foundation
import TestSupport
import Testing

@Suite("A dataset in a language that the program has no words for")
struct FurtherLanguageTests {
    private let service: Service

    init() throws {
        service = try Service(hasPages: true, snapshot: try SmallDataset().told(in: ["en", "lt", "lv"]).load())
    }

    @Test("is told as data in it, and as text with English around it")
    func data() throws {
        let index = try service.get("/api/v1?lang=lv")
        #expect(index["Content-Language"] == "lv")
        let dataset = try #require(try index.record()["dataset"] as? [String: Any])
        #expect(dataset["languages"] as? [String] == ["en", "lt", "lv"])
        #expect(dataset["title"] as? String == "lv: A river in flood")
        let statistic = try service.get("/api/v1/statistics/left", ["Accept-Language": "lv, en;q=0.5"])
        #expect(try statistic.record()["title"] as? String == "lv: Left bank")
        #expect(try service.get("/api/v1/statistics/left.txt?lang=lv").text.contains("lv: Houses"))
        #expect(try service.get("/api/v1/statistics?sort=title&lang=lv").status == 200)
        #expect(try service.get("/api/v1/statistics?q=lv&lang=lv").total() > 0)
        let linked = try service.get("/api/v1/statistics/left.jsonld")
        #expect(linked["Content-Language"] == "en, lt, lv")
        #expect(
            try linked.json()["name"] as? [String: String] == [
                "en": "Left bank", "lt": "Kairysis krantas", "lv": "lv: Left bank",
            ])
        #expect(try service.get("/api/v1/statistics?lang=de").text.contains("[\"en\",\"lt\",\"lv\"]"))
    }

    @Test(
        "has pages in it, and pictures, with English around its texts",
        arguments: ["/", "/statistics/left"])
    func pages(path: String) throws {
        let page = try service.get(path + "?lang=lv", ["Accept": "text/html"])
        #expect(page.status == 200)
        #expect(page["Content-Language"] == "lv")
        #expect(page.text.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(page.text.contains("<bdi lang=\"lv\" dir=\"ltr\">lv: "))
        #expect(page.text.contains("hreflang=\"lv\" lang=\"lv\" dir=\"auto\" aria-current=\"true\">lv</a>"))
        #expect(page.text.contains("Discrepancies"))
        #expect(try service.get("/charts/statistics/left.svg?lang=lv").text.contains("lv: Left bank"))
    }

    @Test(
        "has texts in another language than their tag says run as their letters do",
        arguments: [("en", "מספר הלוחמים (1241)"), ("lt", "عدد المقاتلين (1241)")])
    func mistagged(language: String, title: String) throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #"{"en": "Left bank", "lt": "Kairysis krantas"}"#,
                with: #"{"en": "מספר הלוחמים (1241)", "lt": "عدد المقاتلين (1241)"}"#, in: "statistics.json"))
        let service = try Service(hasPages: true, snapshot: try dataset.load())
        let page = try service.get("/statistics/left?lang=\(language)", ["Accept": "text/html"]).text
        #expect(page.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
        #expect(page.contains("<h1><bdi dir=\"rtl\">\(title)</bdi></h1>"))
        #expect(page.contains("<title>\u{2067}\(title)\u{2069} · Akistata</title>"))
        let picture = try service.get("/charts/statistics/left.svg?lang=\(language)").text
        #expect(picture.contains(" direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\">\(title)</text>"))
    }
}
