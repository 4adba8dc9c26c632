import Evidence
import Foundation
import TestSupport
import Testing

@testable import Foundations
@testable import Loading

@Suite("Loader and schemas")
struct SchemaAgreementTests {
    @Test("Every broken dataset gets the same answer about its structure from the loader and from the schemas")
    func broken() throws {
        var datasets = [(name: "small", dataset: SmallDataset())]
        for row in BrokenDataset.all {
            let dataset = try #require(SmallDataset().replacing(row.old, with: row.new, in: row.file))
            datasets.append((row.testDescription, dataset))
        }
        let texts = datasets.flatMap { name, dataset in
            dataset.files.sorted { $0.key < $1.key }.map {
                (name: name, dataset: dataset, file: $0.key, text: $0.value)
            }
        }
        let answers = try SchemaOracle.accepts(texts.map { .init(schema: $0.file, text: $0.text) })
        for (text, isAccepted) in zip(texts, answers) {
            let problems = try text.dataset.problems().filter { $0.file == text.file && $0.kind == .structure }
            #expect(problems.isEmpty == isAccepted, "\(text.name), \(text.file): \(problems)")
        }
    }

    @Test(
        "The shipped dataset, and the small one of the tests, are accepted by the schemas",
        arguments: [Service.resources.appending(path: "datasets/lithuania-1944-1945"), Service.river])
    func whole(folder: URL) throws {
        let names = SmallDataset().files.keys.sorted()
        let questions = try names.map { name in
            SchemaOracle.Question(
                schema: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
        }
        #expect(try SchemaOracle.accepts(questions) == names.map { _ in true })
    }

    /// A seeded fifth of all such changes: the schema engine takes about 6 ms for each.
    @Test(
        "A change of any one node of a file gets the same answer from both",
        arguments: ["dataset.json", "sources.json", "statistics.json", "events.json", "relations.json", "changes.json"])
    func mutations(file: String) throws { try agree(on: file, of: SmallDataset()) }

    @Test("So does a change of what sources date, and of what names such claims", arguments: ["events", "changes"])
    func dated(file: String) throws { try agree(on: file + ".json", of: try #require(SmallDataset.dated)) }

    @Test("So does a change of what the editor adds for the classroom")
    func lessons() throws {
        try agree(on: LessonFile.name, of: LessonFileTests.dataset)
        let shipped = Service.resources.appending(path: "datasets/lithuania-1944-1945/lessons.json")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        #expect(try SchemaOracle.accepts([.init(schema: LessonFile.name, text: text)]) == [true])
    }

    private func agree(on file: String, of small: SmallDataset) throws {
        let whole = try JSONReader.read(Array(try #require(small.files[file]).utf8))
        var random = SeededGenerator(seed: 1907)
        let texts = whole.mutations.map(\.text).filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
        let answers = try SchemaOracle.accepts(texts.map { .init(schema: file, text: $0) })
        #expect(answers.contains(true) && answers.contains(false))
        for (text, isAccepted) in zip(texts, answers) {
            let problems = small.replacing(file, with: text).structureProblems(in: file)
            #expect(problems.isEmpty == isAccepted, "\(text): \(problems)")
        }
    }

    @Test("The EDTF pattern of the schemas and the parser refuse the same texts")
    func edtf() throws {
        var random = SeededGenerator(seed: 1945)
        let seeds = [
            "1944", "1944-08/1945-05", "1945~", "../1945-06", "194X", "19XX", "1945-21", "Y-17000", "1944-XX-XX",
            "1944-08-XX", "1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30Z", "-0044-03-15?", "1944-07/", "/1944%",
            "[1667,1668,1670..1672]", "{..1984}", "[1760-12..]", "1X41", "2004-06~-11", "?2004-06-~11", "Y-17E7",
            "1950S2",
            "Y171010000S3", "1241-33", "15XX-12-25", "2004-06-~01/2004-06-~20",
        ]
        let alphabet = Array("0123456789X-/.?~%TZY:+[]{},ES")
        let texts = (0..<5_000).map { _ in
            var text = Array(seeds.randomElement(using: &random) ?? "")
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let start = Int.random(in: 0...text.count, using: &random)
                let end = min(text.count, start + Int.random(in: 0...2, using: &random))
                let new = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
                    alphabet.randomElement(using: &random)
                }
                text.replaceSubrange(start..<end, with: new)
            }
            return String(text)
        }
        let answers = try SchemaOracle.accepts(texts.map { .init(schema: "common.json#/$defs/edtf", value: $0) })
        #expect(answers.count(where: { $0 }) > 1_000)
        for (text, isAccepted) in zip(texts, answers) {
            var isSyntax = true
            do throws(EDTFError) { _ = try EDTF(text) } catch {
                if case .syntax = error { isSyntax = false }
            }
            #expect(isSyntax == isAccepted, "\(text)")
        }
    }
}

extension SmallDataset {
    /// Of a file, without going over the disk.
    fileprivate func structureProblems(in file: String) -> [DatasetProblem] {
        do throws(DatasetError) {
            _ = try Loader.load { Array((files[$0] ?? "").utf8) }
            return []
        } catch {
            return error.problems.filter { $0.file == file && $0.kind == .structure }
        }
    }
}
