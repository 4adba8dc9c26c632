import Archive
import Evidence
import Foundation
import Testing

/// Every figure, date, name and body of the main source, sentence by sentence, is somewhere in the dataset.
@Suite("Completeness")
struct CompletenessTests {
    /// `completeness.json`.
    struct List: Decodable {
        struct Sentence: Decodable {
            let paragraph: Int
            let sentence: Int
            let printed: [String]
        }

        let source: String
        let sentences: [Sentence]
    }

    private let list: List
    private let snapshot: Snapshot

    init() throws {
        let url = RealDataset.tests.appending(path: "completeness.json")
        list = try JSONDecoder().decode(List.self, from: Data(contentsOf: url))
        snapshot = try RealDataset.load()
    }

    @Test("Every printed token has a claim or a citation that locates it in its sentence")
    func tokens() {
        var printed: [Locator: Set<String>] = [:]
        for citation in snapshot.dataset.citations where citation.source == list.source {
            printed[citation.locator, default: []].formUnion(citation.printed)
        }
        for sentence in list.sentences {
            let locator = Locator.sentence(paragraph: sentence.paragraph, sentence: sentence.sentence)
            let missing = Set(sentence.printed).subtracting(printed[locator] ?? [])
            #expect(missing.isEmpty, "paragraph \(sentence.paragraph), sentence \(sentence.sentence)")
        }
    }

    @Test("The list has tokens of every sentence that the source counts, and of no other")
    func sentences() throws {
        let source = try #require(snapshot.sources[list.source])
        let counted = source.sentences.enumerated().flatMap { index, count in
            (1...count).map { "\(index + 1).\($0)" }
        }
        let withTokens = list.sentences.filter { !$0.printed.isEmpty }.map { "\($0.paragraph).\($0.sentence)" }
        #expect(Set(withTokens).subtracting(counted) == [])
        #expect(Set(counted).subtracting(withTokens) == [])
    }
}

extension Dataset {
    /// Everything that points into a source.
    fileprivate var citations: [Citation] {
        sources.flatMap(\.citations) + events.flatMap(\.citations)
            + statistics.flatMap { $0.citations + $0.claims.map(\.citation) }
            + relations.flatMap { relation in
                guard case .editorial(let editorial) = relation.constraint else { return relation.citations }
                return relation.citations + editorial.sides.flatMap(\.citations)
            }
    }
}
