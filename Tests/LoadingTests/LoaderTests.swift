import Archive
import Foundation
import TestSupport
import Testing

@testable import Foundations
@testable import Loading

@Suite("Loader")
struct LoaderTests {
    @Test("The small dataset has no problem")
    func small() throws {
        #expect(try SmallDataset().problems() == [])
    }

    @Test("A broken dataset is refused with the pointer to what is wrong", arguments: BrokenDataset.all)
    func broken(row: BrokenDataset) throws {
        let changed = SmallDataset().replacing(row.old, with: row.new, in: row.file)
        let dataset = try #require(changed, "what is replaced does not stand exactly once")
        let problems = try dataset.problems()
        #expect(
            problems.map { "\($0.kind) \($0.file)#\($0.pointer)" } == ["\(row.kind) \(row.file)#\(row.pointer)"],
            "\(problems)")
    }

    @Test("All problems come at once, file by file, those of structure beside those of meaning")
    func all() throws {
        let rows = BrokenDataset.all.filter {
            [
                "A misspelt member", "A figure in quotation marks", "A percentage above the whole",
                "A category that is not there", "A sentence too far", "A failing check without question",
            ].contains($0.testDescription)
        }
        var dataset = SmallDataset()
        for row in rows { dataset = try #require(dataset.replacing(row.old, with: row.new, in: row.file)) }
        let places = try dataset.problems().map { $0.file + "#" + $0.pointer }
        #expect(
            places == [
                "sources.json#/sources/0/publischer", "statistics.json#/statistics/1/claims/0/value",
                "statistics.json#/statistics/4/claims/0/value", "events.json#/events/0/citations/0/locator",
                "events.json#/events/1/category",
            ],
            "the relation rests on a statistic that does not decode, so that nothing is said of it")
    }

    @Test(
        "A missing file is one problem, and nothing is said of what it would have held",
        arguments: ["dataset.json", "sources.json", "statistics.json", "events.json", "relations.json", "changes.json"])
    func missing(file: String) throws {
        let problems = try SmallDataset().replacing(file, with: nil).problems()
        #expect(problems.map(\.description) == ["\(file)#: expected a readable file, found none"])
    }

    @Test("A member that is misspelt is one problem, and not one that is missing besides")
    func misspelt() throws {
        let changed = SmallDataset().replacing(
            "\"category\": \"relief\"", with: "\"categry\": \"relief\"", in: "events.json")
        #expect(
            try #require(changed).problems().map(\.description) == [
                "events.json#/events/1/categry: expected the member \"category\", found \"categry\""
            ])
    }

    @Test("What is no id of a term is refused with the one that is near, or else with all where they are few")
    func references() throws {
        let changed = try #require(
            SmallDataset().replacing("\"town\"]", with: "\"zzzzzz\"]", in: "events.json"))
        let problem = try #require(try changed.problems().first)
        #expect(problem.expected == "the id of a term of the vocabulary actors: town", "\(problem)")
    }

    @Test("A problem is told in one line")
    func description() throws {
        let dataset = try #require(
            SmallDataset().replacing("801, ", with: "\"801\", ", in: "statistics.json")?
                .replacing("\"town\"]", with: "\"towm\"]", in: "events.json"))
        #expect(throws: DatasetError.self) { try dataset.load() }
        let error = DatasetError(ProblemList(try dataset.problems()))
        #expect(
            error.description == """
                statistics.json#/statistics/1/claims/0/value: expected a number or null, found "801"
                events.json#/events/0/actors/0: expected the id of a term of the vocabulary actors (perhaps town), \
                found "towm"
                """)
    }

    @Test(
        "A date in another form is refused with how EDTF writes it",
        arguments: [
            ("44 BC", "this is none from byte 2 on; “44 BC” is written -0043"),
            ("-44", "44 BCE is -0043, and -0044 is 45 BCE"),
            ("circa 1348", "“circa 1348” is written 1348~"), ("12th century", "“12th century” is written 11XX"),
            ("12 April 1931", "“12 April 1931” is written 1931-04-12"), ("Apr. 1931", "is written 1931-04"),
            ("April 12th, 1931", "is written 1931-04-12"),
            ("31 April 1931", "such as 1944-10-18, 1944-10 or 1944-08/1945-05; this is none from byte 2 on"),
            ("1348-13", "a day that exists in the gregorian calendar; 13 is no month"), ("1241-00", "; 00 is no month"),
        ])
    func dates(text: String, told: String) throws {
        let dataset = try #require(SmallDataset().replacing("\"1931-04-12\"", with: "\"\(text)\"", in: "events.json"))
        let problem = try #require(try dataset.problems().first)
        #expect(problem.description.hasPrefix("events.json#/events/1/date: expected "))
        #expect(problem.description.contains(told), "\(problem)")
    }

    @Test("Control characters of a file do not reach the terminal")
    func controlCharacters() throws {
        let changed = SmallDataset().replacing(
            #""category": "relief""#, with: #""category": "relief", "a\u001b[2J\nb": 1"#, in: "events.json")
        let problems = try #require(changed).problems()
        #expect(problems.map(\.pointer) == ["/events/1/a\u{1B}[2J\nb"])
        #expect(problems.first?.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
        #expect(problems.first?.description.contains(#"a\u{1B}[2J\u{A}b"#) == true)
    }

    @Test("Numbers of sentences may be written as any integer of JSON")
    func sentences() throws {
        let dataset = try #require(SmallDataset().replacing("[3, 2]", with: "[3.0, 2e0]", in: "sources.json"))
        #expect(try dataset.problems() == [])
    }

    @Test("The digest is that of the bytes: the same again, another for another space")
    func digest() throws {
        let first = try SmallDataset().load().digest
        let other = try #require(SmallDataset().replacing("\"river\"", with: "  \"river\"", in: "dataset.json"))
        #expect(try SmallDataset().load().digest == first)
        #expect(try other.load().digest != first)
        #expect(first.count == 16)
    }
}
