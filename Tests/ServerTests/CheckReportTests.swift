import Checks
import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Server

@Suite("The report of all checks")
struct CheckReportTests {
    private func report(
        _ language: Language = .english, showsAll: Bool = false, colour: Bool = false, of snapshot: Snapshot? = nil
    ) throws -> String {
        let snapshot = try snapshot ?? Service.snapshot.get()
        return CheckReport(snapshot, language: language, showsAll: showsAll, colour: colour).text
    }

    @Test("says first what it is of, and last how many checks have each verdict", arguments: [true, false])
    func frame(showsAll: Bool) throws {
        let text = try report(showsAll: showsAll)
        let heading = """
            A river in flood
            river-in-flood 1.0.0: 7 sources, 15 events, 27 statistics, 32 claims, 26 checks, 15 discrepancies


            """
        #expect(text.hasPrefix(heading))
        let tally = "contradiction: 6, not quite comparable: 7, unresolved: 1, holds within rounding: 1, consistent: 11"
        #expect(text.hasSuffix("\n\n" + tally))
    }

    @Test("has of each check its arithmetic, one line a reading, and the places of its figures")
    func block() throws {
        let block = """


            contradiction  returned-parts
                The banks among all who returned by June
                own data                 consistent     273 + 24 = 297 ≤ 361  leaves 64
                other data               contradiction  345 + 25 = 370 > 361  off by 9
                2\u{A0}mixtures nobody gives
                river-chronicle ¶2 s3 “273”
                river-chronicle ¶2 s3 “24”
                river-chronicle ¶2 s3 “361”
                river-chronicle ¶2 s3 “345”
                river-chronicle ¶2 s3 “25”


            """
        #expect(try report().contains(block))
    }

    @Test("isolates the cells of its tables from each other where they run from right to left")
    func rightToLeft() throws {
        let snapshot = try Snapshot.load(directory: Service.history("sharia-drought-1851").path)
        let text = try report(Catalogue.withHebrew.language(LanguageTag("he")), of: snapshot)
        #expect(text.contains("\u{2068}סתירה\u{2069}  \u{2066}48 > 41\u{2069}  "))
        #expect(!text.contains("\\u{"))
    }

    @Test("has what each side of an editor’s conflict says, and where")
    func sides() throws {
        let block = """


            contradiction  river-law-force
                Whom the law of the river binds
                –  It binds everybody who lives by the river.
                   river-chronicle ¶1 s1 “law of 1907”
                –  It binds who builds.
                   river-law art. 2 “who builds”


            """
        #expect(try report().contains(block))
    }

    @Test(
        "has the gravest checks first, and those that plainly hold only where all are asked for",
        arguments: [true, false])
    func order(showsAll: Bool) throws {
        let snapshot = try Service.snapshot.get()
        let lines = try report(showsAll: showsAll).split(separator: "\n").filter { !$0.hasPrefix(" ") }.dropFirst(2)
            .dropLast()
        let shown = lines.compactMap { line in line.split(separator: " ").last.flatMap { snapshot.checks[String($0)] } }
        #expect(shown.count == lines.count && shown.count == (showsAll ? 26 : 15))
        #expect(shown.map(\.verdict) == shown.map(\.verdict).sorted(by: >))
        #expect(shown.contains { $0.verdict == .consistent } == showsAll)
    }

    @Test("paints the verdict of each check where it may, and nothing else")
    func colour() throws {
        let painted = try report(showsAll: true, colour: true)
        for (code, label, count) in [
            (31, "contradiction", 6), (33, "not quite comparable", 7), (35, "unresolved", 1),
            (36, "holds within rounding", 1), (32, "consistent", 11),
        ] {
            #expect(painted.ranges(of: "\n\u{1B}[1;\(code)m\(label)\u{1B}[0m  ").count == count, "\(label)")
        }
        #expect(painted.replacing(/\u{1B}\[[0-9;]+m/, with: "") == (try report(showsAll: true)))
    }

    @Test("speaks the language that it is asked in")
    func lithuanian() throws {
        let text = try report(.lithuanian)
        #expect(text.hasPrefix("Upės potvynis\nriver-in-flood 1.0.0: "))
        #expect(text.contains("1\u{A0}200 + 801 = 2\u{A0}001 ≠ 2\u{A0}301"))
        #expect(!text.contains("contradiction"))
    }

    @Test("obeys no control of a dataset’s texts")
    func controls() throws {
        let dataset = try unwrap(
            SmallDataset().replacing(
                "\"en\": \"A river in flood\"", with: #""en": "A \u001b[2J river""#, in: "dataset.json")?
                .replacing("\"en\": \"The banks\"", with: #""en": "The \u009b banks""#, in: "relations.json"))
        let text = try report(of: dataset.load())
        #expect(text.hasPrefix(#"A \u{1B}[2J river"#) && text.contains(#"The \u{9B} banks"#))
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
}
