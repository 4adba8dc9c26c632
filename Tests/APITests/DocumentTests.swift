import Archive
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("The documents")
struct DocumentTests {
    /// A question that a document asks with curl and nothing else, with the answer that it shows.
    struct Question: CustomTestStringConvertible {
        let document, target, answer: String

        var testDescription: String { "\(document): \(target)" }

        static let all = Document.all.flatMap { document in
            document.examples.compactMap { example -> Question? in
                guard let target = example.code.wholeMatch(of: /curl -s "localhost:8080([^"]+)"\n/)?.1,
                    let answer = example.result
                else { return nil }
                return Question(document: document.name, target: String(target), answer: answer)
            }
        }
    }

    /// What the documents ask: the program over the dataset that it ships.
    private static func shipped(hasPages: Bool = false) throws -> Service {
        try Service(hasPages: hasPages, snapshot: snapshot.get())
    }

    private static let snapshot: Result<Snapshot, any Error> = Result {
        try Snapshot.load(directory: Service.resources.appending(path: "datasets/lithuania-1944-1945").path)
    }

    /// The documents that have addresses of ours, and those.
    private static let addressed = Document.all.map { document in
        (
            document: document,
            targets: document.text.matches(of: /localhost:8080(\/[^\s"`)>]*)?/).map { $0.1.map(String.init) ?? "/" }
        )
    }.filter { !$0.targets.isEmpty }

    @Test("show answers that are the real ones", arguments: Question.all)
    func answer(question: Question) throws {
        let answer = try DocumentTests.shipped().get(question.target).text.replacing("\r\n", with: "\n")
        #expect(question.answer == (answer.hasSuffix("\n") ? answer : answer + "\n"))
    }

    @Test("have addresses under which something is, or a slip that is explained", arguments: addressed)
    func addresses(_ document: Document, _ targets: [String]) throws {
        let service = try DocumentTests.shipped(hasPages: true)
        for target in targets {
            #expect(try service.get(target).status == (target.contains("categry") ? 400 : 200), "\(target)")
        }
    }

    @Test("are found, and ask")
    func count() {
        #expect(Document.all.count > 20)
        #expect(Question.all.count >= 4)
        #expect(DocumentTests.addressed.count >= 4)
    }

    @Test("name every filter of every list in the README", arguments: Service.lists)
    func filters(list: String) throws {
        let readme = try #require(Document.all.first { $0.name == "README.md" })
        let row = try #require(readme.text.split(separator: "\n").first { $0.hasPrefix("| `/api/v1/\(list)`") })
        let words = row.split { !$0.isLetter }.map(String.init)
        let errors = try Service().get("/api/v1/\(list)?unknown=1").json()["errors"] as? [[String: Any]]
        let known = try #require(errors?.first?["accepts"] as? [String])
        let everywhere = [
            "sort", "limit", "cursor", "lang", "fields", "pretty", "facets", "viewpoint", "without", "assume",
        ]
        for name in known where !everywhere.contains(name) { #expect(words.contains(name), "\(name)") }
    }

    @Test("explain every value of the model in the glossary")
    func glossary() throws {
        let glossary = try #require(Document.all.first { $0.name.hasSuffix("/Glossary.md") })
        let words = Set(glossary.text.matches(of: /[a-z]+(?:-[a-z]+)*/).map { String($0.output) })
        let entries = Set(
            glossary.text.matches(of: /(?m)^\| ([^|]+) \|/).map { String($0.1).replacing(" ", with: "-") })
        let values =
            Source.Independence.allCases.map(\.rawValue) + Claim.Attribution.allCases.map(\.rawValue)
            + Claim.Rank.allCases.map(\.rawValue) + ["all", "main", "min", "max"]
            + Qualifier.allCases.filter { $0 != .stated }.map(\.rawValue)
        for value in values { #expect(words.contains(value), "\(value)") }
        for value in Verdict.allCases.map(\.rawValue) + Relation.Kind.allCases.map(\.rawValue) {
            #expect(entries.contains(value), "\(value)")
        }
    }
}
