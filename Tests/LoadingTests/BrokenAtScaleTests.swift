import Evidence
import Foundation
import TestSupport
import Testing

@testable import Foundations
@testable import Loading

/// What is wrong a great many times.
@Suite("A dataset with very many problems")
struct BrokenAtScaleTests {
    /// One thing repeated in one file, each time a problem.
    struct Repeated: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let old: String
        /// What stands in the place of `old`, by the number of repetitions.
        let new: @Sendable (Int) -> String
        /// How many problems so many repetitions are.
        var problems: @Sendable (Int) -> Int = { $0 }

        static func list(_ count: Int, _ element: (Int) -> String) -> String {
            (0..<count).map(element).joined(separator: ", ")
        }

        private static func members(_ count: Int) -> String { list(count) { "\"member\($0)\": 1" } + ", " }

        static let all = [
            Repeated(testDescription: "unknown members of the dataset", file: "dataset", old: #""id": "river""#) {
                members($0) + #""id": "river""#
            },
            Repeated(
                testDescription: "unknown members of a vocabulary", file: "dataset", old: #""measures": ["#
            ) { members($0) + #""measures": ["# },
            Repeated(
                testDescription: "languages of a text", file: "dataset", old: #"{"en": "The river""#
            ) { "{" + list($0) { "\"q\($0)\": \"x\"" } + #", "en": "The river""# },
            Repeated(testDescription: "unknown members of a source", file: "sources", old: #""type": "book""#) {
                members($0) + #""type": "book""#
            },
            Repeated(
                testDescription: "unknown members of a statistic", file: "statistics",
                old: #""unit": "boats", "period""#
            ) { #""unit": "boats", "# + members($0) + #""period""# },
            Repeated(
                testDescription: "unknown members of a claim", file: "statistics", old: #"{"id": "boats-main""#
            ) { "{" + members($0) + #""id": "boats-main""# },
            Repeated(
                testDescription: "unknown members of an event", file: "events", old: #""category": "relief""#
            ) { members($0) + #""category": "relief""# },
            Repeated(
                testDescription: "unknown members of a relation", file: "relations", old: #""bound": "both""#
            ) { members($0) + #""bound": "both""# },
            Repeated(testDescription: "unknown members of a change", file: "changes", old: #""version": "1.0.0""#) {
                members($0) + #""version": "1.0.0""#
            },
            Repeated(testDescription: "actors that are not there", file: "events", old: #"["town"]"#) {
                "[" + list($0) { "\"town\($0)\"" } + "]"
            },
            Repeated(testDescription: "one actor again and again", file: "events", old: #"["town"]"#) {
                "[" + list($0 + 1) { _ in "\"town\"" } + "]"
            },
            Repeated(
                testDescription: "sources of citations that are not there", file: "events",
                old: #"{"source": "gazette", "locator": {"article": "2"}"#
            ) {
                list($0) { #"{"source": "nobody\#($0)", "printed": ["x"]}"# }
                    + #", {"source": "gazette", "locator": {"article": "2"}"#
            },
            Repeated(
                testDescription: "terms that are there already", file: "dataset", old: #""places": [{"id": "bank""#
            ) {
                let term = #"{"id": "bank", "label": {"en": "A", "lt": "B"}}"#
                return #""places": ["# + list($0) { _ in term } + #", {"id": "bank""#
            },
            Repeated(
                testDescription: "changes of what is not there", file: "changes",
                old: #"{"kind": "relations", "id": "words"}"#
            ) { list($0) { #"{"kind": "relations", "id": "word\#($0)"}"# } },
            Repeated(
                testDescription: "sources that depend on themselves", file: "sources", old: #"{"id": "gazette", "type""#
            ) {
                list($0) {
                    """
                    {"id": "s\($0)", "type": "book", "title": "T", "language": "en", "access": {"en": "A", "lt": "B"},
                     "independence": {"kind": "citing", "of": ["s\($0)"], "statement": {"en": "A", "lt": "B"}}}
                    """
                } + #", {"id": "gazette", "type""#
            },
        ]
    }

    private func load(_ row: Repeated, _ count: Int) throws -> DatasetError? {
        let changed = SmallDataset().replacing(row.old, with: row.new(count), in: row.file + ".json")
        let dataset = try #require(changed, "what is replaced does not stand exactly once")
        do {
            _ = try dataset.load()
            return nil
        } catch {
            return error as? DatasetError
        }
    }

    @Test("may have 64 languages, and not one more, whatever its texts have")
    func languages() throws {
        for (count, isTaken) in [(64, true), (65, false)] {
            let tags = (0..<count).map { "\"en-x\(100 + $0)\"" }.joined(separator: ", ")
            let dataset = try #require(
                SmallDataset().replacing(
                    "\"released\"", with: "\"languages\": [\(tags)], \"released\"", in: "dataset.json"))
            #expect(try dataset.problems().contains { $0.pointer == "/languages" } != isTaken)
        }
    }

    @Test("All problems are counted, and the first 1,000 are kept", arguments: Repeated.all)
    func kept(row: Repeated) throws {
        for count in [10, 1_500, 3_000] {
            let error = try #require(try load(row, count))
            #expect(error.count == row.problems(count), "\(error.problems.first?.description ?? "")")
            #expect(error.problems.count == min(error.count, 1_000))
            #expect(error.lines.count == min(error.count, 1_000) + (error.list.more > 0 ? 1 : 0))
        }
    }

    @Test("The last line tells how many problems are not told")
    func lines() throws {
        let error = try #require(try load(Repeated.all[0], 3_001))
        #expect(error.lines.last == "and 2,001 more")
        #expect(error.description.hasSuffix("\nand 2,001 more"))
    }

    @Test("Problems of many batches are kept and counted as those of one", arguments: [1, 100, 1 << 20])
    func batches(size: Int) throws {
        let events = Repeated.list(3_000) { #"{"id": "e\#($0)"}"# }
        let dataset = SmallDataset().replacing("events.json", with: #"{"events": [\#(events)]}"#)
        let bytes = dataset.files.mapValues { Array($0.utf8) }
        let error = #expect(throws: DatasetError.self) {
            _ = try Loader.load(batch: size) { name in
                guard let file = bytes[name] else { throw CocoaError(.fileReadNoSuchFile) }
                return file
            }
        }
        #expect(error?.problems.count == 1_000)
        #expect(error?.problems.last?.pointer == "/events/124")
        // Eight members are missing of each event, and events that relations and changes name.
        #expect(try #require(error?.count) > 8 * 3_000)
    }

    @Test("Hints end where they would compare every problem with every word")
    func hints() throws {
        let ids = DeclaredIDs(
            identity: nil, sources: nil,
            statistics: .object([
                JSON.Member(
                    name: "statistics",
                    value: .array(
                        (0..<50_000).map { .object([JSON.Member(name: "id", value: .string("statistic-\($0)"))]) }))
            ]))
        let diagnostics = Diagnostics(ids)
        let hints = (0..<100).map { diagnostics.hint(.statistic, for: "statistik-\($0)") }
        #expect(hints.first == " (perhaps statistic-0)")
        #expect(hints.count { !$0.isEmpty } == 40)
        #expect(diagnostics.compared == 2_000_000)
    }

    @Test("A file that is not there is told, however many problems the others have")
    func missing() throws {
        let changed = SmallDataset().replacing(
            Repeated.all[0].old, with: Repeated.all[0].new(1_500), in: "dataset.json")
        let problems = try #require(changed).replacing("changes.json", with: nil).problems()
        #expect(problems.count == 1_000)
        #expect(problems.last?.description == "changes.json#: expected a readable file, found none")
    }

    @Test("Of very many dates that are misspelled, the first tell how they are written")
    func misspelled() throws {
        let events = Repeated.list(300) { number in
            """
            {"id": "e\(number)", "title": {"en": "A"}, "summary": {"en": "A"}, "date": "\(1_000 + number)/4/1",
             "category": "flood", "actors": [], "places": [], "statistics": [],
             "citations": [{"source": "gazette", "printed": ["x"]}]}
            """
        }
        let dataset = SmallDataset().replacing("events.json", with: #"{"events": [\#(events)]}"#)
        let dates = try dataset.problems().filter { $0.pointer.hasSuffix("/date") }
        #expect(dates.count == 300)
        #expect(dates.count { $0.expected.contains("is written") } == 10)
    }

    @Test("Readings have a bound over all relations together, which is said")
    func readings() throws {
        let claims = { (statistic: String) in
            Repeated.list(31) { number in
                """
                {"id": "\(statistic)-\(number)", "source": "gazette", "value": \(number), "qualifier": "stated",
                 "printed": "\(number)", "attribution": "main", "rank": "normal"}
                """
            }
        }
        let statistics = ["p", "q"].map { id in
            """
            {"id": "\(id)", "title": {"en": "A", "lt": "B"}, "measure": "flooded", "population": "houses",
             "unit": "count", "period": "1931-04", "claims": [\(claims(id))]}
            """
        }
        // Each has 961 readings, all of them one source's.
        let relations = (0..<60).map { number in
            """
            {"id": "r\(number)", "kind": "cumulative", "title": {"en": "A", "lt": "B"}, "earlier": ["p"], "later": ["q"],
             "explanation": {"en": "A", "lt": "B"}, "question": {"en": "A", "lt": "B"}}
            """
        }
        let dataset = try #require(
            SmallDataset().replacing(
                #"{"id": "left", "title""#, with: statistics.joined(separator: ",") + #", {"id": "left", "title""#,
                in: "statistics.json")?
                .replacing(
                    #""relations": ["#, with: #""relations": [\#(relations.joined(separator: ",")),"#,
                    in: "relations.json"))
        let problems = try dataset.problems()
        let most = 1_000_000 + dataset.files.values.reduce(0) { $0 + $1.utf8.count } / 2
        let expected = "at most \(most.grouped) figures to look at in the readings of all relations"
        #expect(problems.map(\.expected) == [expected])
        #expect(problems.map(\.found) == ["more by this relation"])
        #expect(problems.first?.pointer.hasPrefix("/relations/") == true)
    }

    @Test(
        "Claims that are to agree are refused where their pairs are too many to tell",
        arguments: [(100, false), (200, true)])
    func pairs(count: Int, isRefused: Bool) throws {
        let claims = Repeated.list(count) { number in
            """
            {"id": "p-\(number)", "source": "gazette", "value": \(number + 1), "qualifier": "stated",
             "printed": "\(number + 1)", "attribution": "main", "rank": "normal"}
            """
        }
        let statistic = """
            {"id": "p", "title": {"en": "A", "lt": "B"}, "measure": "flooded", "population": "houses",
             "unit": "count", "period": "1931-04", "claims": [\(claims)]},
            """
        let dataset = try #require(
            SmallDataset().replacing(
                #"{"id": "left", "title""#, with: statistic + #"{"id": "left", "title""#, in: "statistics.json")?
                .replacing(#""statistic": "left""#, with: #""statistic": "p""#, in: "relations.json"))
        let problems = try dataset.problems()
        #expect(problems.map(\.found) == (isRefused ? ["more by this relation"] : []))
    }

    @Test("Formulas have a bound over all relations together", arguments: [(30, 0), (31, 1), (40, 10)])
    func formulas(count: Int, refused: Int) throws {
        let formula = "a =" + String(repeating: " ", count: 996) + "b"
        let relations = (0..<count).map { number in
            """
            {"id": "f\(number)", "kind": "formula", "title": {"en": "A", "lt": "B"}, "explanation": {"en": "A", "lt": "B"},
             "question": {"en": "A", "lt": "B"}, "terms": {"a": "both", "b": "left"}, "formula": "\(formula)"}
            """
        }
        let dataset = try #require(
            SmallDataset().replacing(
                #""relations": ["#, with: #""relations": [\#(relations.joined(separator: ",")),"#,
                in: "relations.json"))
        let problems = try dataset.problems()
        #expect(problems.count == refused)
        #expect(problems.allSatisfy { $0.expected == "formulas of at most 30,000 characters together" })
    }
}
