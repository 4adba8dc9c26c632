import Archive
import Foundation
import TestSupport
import Testing
import Wording

@Suite("The pages of statistics that nobody counted")
struct UncountedPageTests {
    private let service: Service

    init() throws {
        let dataset = try #require(UncountedDataset.dataset).told(in: Service.tags)
        service = try Service(
            hasPages: true, snapshot: try dataset.load(), catalogue: .withHebrew, words: Catalogue.further)
    }

    private func page(_ path: String, _ language: String = "en") throws -> String {
        let answer = try service.get(path + "?lang=\(language)", ["Accept": "text/html"])
        #expect(answer.status == 200, "\(path)")
        return answer.text
    }

    @Test(
        "say so in the reader's language, with what the rest allows",
        arguments: [
            (
                "en", "No source here counts this; what the rest of the evidence allows: ",
                "no source here counts this, and no limits"
            ),
            (
                "lt", "Tokio skaičiaus šaltiniuose nėra; pagal kitus skaičius galėtų būti ",
                "tokio skaičiaus šaltiniuose nėra, o pagal"
            ),
            (
                "pl", "Żadne źródło nie podaje tej liczby; na co pozwala reszta świadectw: ",
                "żadne źródło nie podaje tej liczby, a w reszcie"
            ),
            (
                "de", "Keine der Quellen zählt das; was die übrigen Zeugnisse erlauben: ",
                "keine der Quellen zählt das, und aus"
            ),
            ("he", "אף מקור כאן אינו סופר את זה; מה ששאר העדויות מאפשרות: ", "אף מקור כאן אינו סופר את זה, ובשאר"),
        ])
    func words(language: String, sentence: String, open: String) throws {
        let page = try page("/statistics/carts-lent", language)
        #expect(page.contains("<p class=\"lead\">\(sentence)"), "\(page)")
        #expect(page.contains("260–440"))
        #expect(!page.contains("<table class=\"claims\">"))
        // Nothing is counted where nothing is.
        let list = try self.page("/statistics", language)
        #expect(list.contains(sentence.replacing(sentence.prefix(1), with: sentence.prefix(1).lowercased())))
        #expect(list.contains(open))
        #expect(!list.contains("; 0\u{A0}") && !list.contains("; 0 "))
    }

    @Test("lead on: every page that is linked is there, in either direction", arguments: ["en", "he"])
    func links(language: String) throws {
        let answers = try Crawl(service, from: ["/statistics?lang=\(language)", "/checks?lang=\(language)"]).answers
        for (path, answer) in answers {
            // A form adds to the address of a search what it requires.
            #expect(answer.status == 200 || path.hasPrefix("/api/v1/search"), "\(path): \(answer.status)")
        }
        for id in UncountedDataset.ids {
            #expect(answers.keys.contains { $0.hasPrefix("/statistics/\(id)?") }, "\(id)")
        }
    }

    @Test("say of a relation what it cannot be tested for, and not that the verdict is the editor's")
    func untested() throws {
        let page = try page("/checks/lent")
        #expect(page.contains("The relation cannot be tested, since nobody gives a figure for this: Lent carts."))
        #expect(!page.contains("the verdict is the editor’s"))
    }
}
