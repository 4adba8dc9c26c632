import TestSupport
import Testing

@Suite("A dataset that lacks whole kinds of records")
struct SparsePagesTests {
    @Test("has whole pages, from which every link leads somewhere", arguments: SparseDataset.allCases, ["en", "lt"])
    func links(dataset: SparseDataset, language: String) throws {
        let service = try Service(hasPages: true, snapshot: try dataset.dataset.load())
        let answers = try Crawl(service, from: ["/?lang=\(language)"]).answers
        for (path, answer) in answers {
            // A form adds to the address of a search what it requires.
            #expect(answer.status == 200 || path.hasPrefix("/api/v1/search"), "\(path)")
            guard answer["Content-Type"]?.hasPrefix("text/html") == true else { continue }
            #expect(!answer.text.contains("{{") && answer.text.contains("<h1"), "\(path)")
        }
        #expect(answers.count > 60)
        for beginning in ["/embed?", "/lessons?", "/about?", "/docs/"] {
            #expect(answers.keys.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
    }

    @Test("has a chronology all the same, which says that it is empty")
    func picture() throws {
        let service = try Service(snapshot: try SparseDataset.oneSource.dataset.load())
        let picture = try service.get("/charts/timeline.svg?lang=lt")
        #expect(picture.status == 200)
        #expect(picture.text.contains("0\u{A0}įvykių"))
    }

    @Test("has no heading on its first page for what it lacks")
    func home() throws {
        let home = try Service(hasPages: true, snapshot: try SparseDataset.oneSource.dataset.load())
            .get("/?lang=en", ["Accept": "text/html"]).text
        #expect(!home.contains("Where the sources contradict each other"))
        #expect(!home.contains("<figure"))
    }
}
