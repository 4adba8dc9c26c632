import Checks
import Archive
import Evidence
import Foundation
import Reasoning
import Rendering
import TestSupport
import Testing
import Wording

@Suite("Histories in other languages than English and Lithuanian")
struct HistoryTests {
    /// A history with the language that it is in.
    struct History: CustomTestStringConvertible, Sendable {
        let name, tag: String

        var testDescription: String { name }

        static let all = [
            History(name: "wilgow-fire-1811", tag: "pl"), History(name: "sharia-drought-1851", tag: "he"),
        ]

        func snapshot() throws -> Snapshot { try Snapshot.load(directory: Service.history(name).path) }

        func service() throws -> Service {
            try Service(
                hasPages: true, snapshot: snapshot(), catalogue: .withHebrew, words: Catalogue.further)
        }
    }

    /// The pages of a history, but for the reference.
    private func pages(_ snapshot: Snapshot) -> [String] {
        [
            "/", "/events", "/statistics", "/discrepancies", "/sources", "/lessons", "/about", "/embed", "/search?q=1",
            "/weigh", "/conflicts", "/revisions", "/terms",
        ]
            + snapshot.terms.records.map { "/terms/\($0.id)" }
            + snapshot.conflicts.records.flatMap {
                ["/conflicts/\($0.id)", "/weigh?without=\($0.claims(in: snapshot)[0].id)"]
            }
            + snapshot.revisions.records.map { "/revisions/\($0.id)" }
            + snapshot.events.records.map { "/events/\($0.id)" }
            + snapshot.statistics.records.flatMap { ["/statistics/\($0.id)", "/embed/statistics/\($0.id)"] }
            + snapshot.discrepancies.records.flatMap {
                ["/discrepancies/\($0.id)", "/lessons/\($0.id)", "/embed/discrepancies/\($0.id)"]
            } + snapshot.sources.records.map { "/sources/\($0.id)" } + ["/nothing", "/events?colour=blue"]
    }

    @Test(
        "have one contradiction at least, and others that hold, plainly and within rounding",
        arguments: [
            (
                "wilgow-fire-1811",
                "burnt-lower-claims contradiction, burnt-sum consistent, homeless-sum contradiction, "
                    + "insured-of-burnt within-rounding, fire-in-drought consistent, cause contradiction"
            ),
            (
                "sharia-drought-1851",
                "sacks-claims within-rounding, wells-growth contradiction, left-part consistent, "
                    + "caravan-in-drought consistent, spring tension"
            ),
        ])
    func verdicts(name: String, expected: String) throws {
        let snapshot = try History(name: name, tag: "").snapshot()
        for row in expected.split(separator: ", ") {
            let parts = row.split(separator: " ").map(String.init)
            #expect(snapshot.checks[parts[0]]?.verdict.rawValue == parts[1], "\(row)")
        }
    }

    @Test("have pages without a word of the program in English", arguments: History.all)
    func words(history: History) throws {
        let words = Catalogue.withHebrew.language(LanguageTag(history.tag)).words
        let phrases = EnglishPhrases(unlike: words)
        // Names of parameters and values are among what can be chosen in the reference.
        let phrasesOfReference = EnglishPhrases(unlike: words, areNames: true)
        let service = try history.service()
        let reference =
            ["/docs"]
            + (try service.get("/docs", ["Host": "localhost"]).text.matches(of: /<h2><a href="(\/docs\/[a-z]+)">/)
                .map { String($0.1) })
        #expect(reference.count == 20)
        for path in pages(try history.snapshot()) + reference {
            let page = try service.get(path, ["Accept": "text/html", "Host": "localhost"]).text
            let shown = page.shownText
            #expect(shown.count > 100, "\(path)")
            let sought = reference.contains(path) ? phrasesOfReference : phrases
            #expect(sought.found(in: shown).isEmpty, "\(path)")
        }
    }

    @Test("have pages and pictures in their language and direction", arguments: History.all)
    func direction(history: History) throws {
        let service = try history.service()
        let snapshot = try history.snapshot()
        let direction = history.tag == "he" ? "rtl" : "ltr"
        for path in pages(snapshot) {
            let page = try service.get(path, ["Accept": "text/html"])
            #expect(page.text.contains("<html lang=\"\(history.tag)\" dir=\"\(direction)\""), "\(path)")
            #expect(page["Content-Language"] == history.tag, "\(path)")
        }
        let statistic = try #require(snapshot.statistics.records.first).id
        let picture = try service.get("/charts/statistics/\(statistic).svg").text
        #expect(
            picture.contains(" direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\"") == (direction == "rtl"))
    }

    @Test("name their sources in the sources’ languages")
    func foreign() throws {
        let hebrew = try History.all[1].service().get("/sources/gazetteer").text
        #expect(hebrew.contains("<bdi lang=\"en\" dir=\"ltr\">A Gazetteer of Imagined Valleys</bdi>"))
        let arabic = try History.all[1].service().get("/sources/rihla").text
        #expect(arabic.contains("<bdi lang=\"ar\" dir=\"rtl\">رحلة إلى الوادي</bdi>"))
        let polish = try History.all[0].service().get("/sources/raport").text
        #expect(polish.contains("<bdi lang=\"de\" dir=\"ltr\">Bericht über den Brand von Wilgau</bdi>"))
        #expect(polish.contains("<title>Bericht über den Brand von Wilgau · Akistata</title>"))
    }

    @Test(
        "name the languages of their sources in their own",
        arguments: [
            (0, "kronika", "polski"), (0, "raport", "niemiecki"), (1, "pinkas", "עברית"), (1, "rihla", "ערבית"),
            (1, "gazetteer", "אנגלית"),
        ])
    func languages(history: Int, source: String, language: String) throws {
        #expect(try History.all[history].service().get("/sources/\(source)").text.contains("<dd>\(language)</dd>"))
    }

    @Test("show the tag of a language that has no name here")
    func unnamedLanguage() throws {
        let dataset = try #require(
            SmallDataset().replacing("\"language\": \"lt\"", with: "\"language\": \"qaa\"", in: "sources.json"))
        let service = try Service(hasPages: true, snapshot: dataset.load())
        let page = { (source: String) in try service.get("/sources/\(source)?lang=lt", ["Accept": "text/html"]).text }
        #expect(try page("chronicle").contains("<dd>qaa</dd>"))
        #expect(try page("gazette").contains("<dd>anglų</dd>"))
    }

    @Test("are read in English where the program has no words for them, each text in its own direction")
    func withoutWords() throws {
        let service = try Service(hasPages: true, snapshot: History.all[1].snapshot())
        let page = try service.get("/discrepancies/wells-growth", ["Accept": "text/html"])
        #expect(page["Content-Language"] == "he")
        #expect(page.text.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(page.text.contains("<h1><bdi lang=\"he\" dir=\"rtl\">בארות ב־1850 ועד 1852</bdi></h1>"))
        #expect(page.text.contains("<title>\u{2067}בארות ב־1850 ועד 1852\u{2069} · Akistata</title>"))
        let outside = page.text.replacing(
            /<(svg|head|script|textarea)\b.*?<\/\1>/.dotMatchesNewlines(), with: " "
        ).replacing(/<bdi lang="he" dir="rtl">.*?<\/bdi>/.dotMatchesNewlines(), with: " ").replacing(
            /<[^>]*>/, with: " ")
        #expect(!outside.contains(/[\u{5D0}-\u{5EA}]/), "\(outside)")
        #expect(page.text.contains("direction=\"rtl\""))
        let text = try service.get("/api/v1/statistics.txt").text
        #expect(text.contains("\u{2068}בארות בשנת 1850\u{2069}"))
    }

    @Test("leave no marks of languages in anything that is sent", arguments: History.all)
    func marks(history: History) throws {
        for service in [try history.service(), try Service(hasPages: true, snapshot: history.snapshot())] {
            let snapshot = try history.snapshot()
            let lists = ["events", "statistics", "claims", "checks", "discrepancies", "sources"]
            let data = lists.flatMap { list in ["json", "csv", "txt", "jsonld"].map { "/api/v1/\(list).\($0)" } }
            let discrepancy = try #require(snapshot.discrepancies.records.first).id
            let others = [
                "/api/v1", "/api/v1/events.ics", "/api/v1/cite.bib", "/charts/timeline.svg", "/llms.txt",
                "/charts/discrepancies/\(discrepancy).svg", "/charts/discrepancies/\(discrepancy).json",
                "/charts/knots/\(snapshot.weighing.knots[0].id).svg",
                "/oembed?url=http://localhost/discrepancies/\(discrepancy)",
            ]
            for path in pages(snapshot) + data + others {
                let answer = try service.get(path, ["Host": "localhost"])
                #expect(!MarkedText.isMarked(answer.text), "\(path)")
                let links = answer["Link"] ?? ""
                #expect(!MarkedText.isMarked(links), "\(path)")
            }
        }
    }
}
