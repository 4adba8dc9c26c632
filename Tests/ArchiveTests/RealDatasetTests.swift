import Checks
import Archive
import Evidence
import TestSupport
import Testing
import Website
import Wording

@Suite("The shipped dataset")
struct RealDatasetTests {
    private let snapshot: Snapshot

    init() throws { snapshot = try RealDataset.load() }

    /// A check, its verdict, and the arithmetic of some of its readings.
    struct Finding: Sendable, CustomTestStringConvertible {
        let check: String
        let verdict: Verdict
        let readings: [String]

        var testDescription: String { check }

        init(_ check: String, _ verdict: Verdict, _ readings: String...) {
            self.check = check
            self.verdict = verdict
            self.readings = readings
        }

        static let all = [
            Finding("legalised-dodgers-by-1945-12-claims", .contradiction, "one-source: 27,361 ≠ 34,589"),
            Finding("legalised-deserters-by-1945-12-claims", .contradiction, "one-source: 2,423 ≠ 2,522"),
            Finding(
                "legalised-1945-parts", .contradiction, "main: 27,361 + 2,423 = 29,784 ≤ 36,144",
                "other-data: 34,589 + 2,522 = 37,111 > 36,144"),
            Finding(
                "legalised-1945-to-1957", .contradiction, "main: 27,361 + 2,423 = 29,784 ≤ 30,488",
                "other-data: 34,589 + 2,522 = 37,111 > 30,488"),
            Finding("taken-by-force-sum", .contradiction, "main: 24,100 + 20,462 = 44,562 ≠ 46,674"),
            Finding("mobilised-sum", .withinRounding, "official-data: 63,000 + 45,000 = 108,000 ≈ 108,378"),
            Finding("legalised-1957-split", .consistent, "main: 8,350 + 30,488 = 38,838 = 38,838"),
            Finding(
                "imprisoned-dodgers-sentenced", .tension, "main: ~8% × 27,361 = 2,188.88 ≠ 1,774",
                "other-data: ~8% × 34,589 = 2,767.12 ≠ 1,774"),
            Finding("imprisoned-deserters-sentenced", .tension, "main: ~10% × 2,423 = 242.3 ≠ 196"),
            Finding("sentencing-start", .tension, "one-source: 15 July 1944 < August 1944"),
            Finding("legalisation-start", .tension, "one-source: July 1944 < August 1944"),
            Finding("kantor-september-1944", .tension, "between-sources: 83,941 > 63,000"),
            Finding("no-other-units", .unresolved), Finding("hague-binding-force", .contradiction),
            Finding("executing-bodies", .tension), Finding("forced-or-voluntary", .tension),
        ]
    }

    @Test("The program finds what the sources disagree about", arguments: Finding.all)
    func findings(finding: Finding) throws {
        let check = try #require(snapshot.checks[finding.check])
        #expect(check.verdict == finding.verdict)
        let found = check.readings.map { reading in
            "\(reading.label.rawValue): \(Arithmetic(reading, of: check, in: .english).text)"
        }
        for reading in finding.readings { #expect(found.contains(reading), "\(found)") }
        let discrepancy = snapshot.discrepancies[finding.check]
        #expect((discrepancy == nil) == (finding.verdict == .consistent))
    }

    @Test(
        "Differences are worked out exactly, with their bounds",
        arguments: [
            ("taken-by-force-sum", "2112", "2063", "2162"), ("legalised-1945-parts", "967", "967", "967"),
            ("legalised-1945-to-1957", "6623", "6623", "6623"),
        ])
    func differences(id: String, absolute: String, low: String, high: String) throws {
        let difference = try #require(snapshot.discrepancies[id]?.difference)
        #expect(difference.absolute?.description == absolute)
        #expect(difference.low?.description == low)
        #expect(difference.high?.description == high)
    }

    @Test("The main reading of those legalised by December 1945 leaves a remainder of 6,360, the other misses by 967")
    func remainder() throws {
        let readings = try #require(snapshot.checks["legalised-1945-parts"]?.readings)
        #expect(readings.first { $0.label == .main }?.difference?.point == 6_360)
        #expect(readings.first { $0.label == .otherData }?.difference?.point == -967)
    }

    @Test(
        "Figures that cannot be subtracted have no difference",
        arguments: ["imprisoned-dodgers-sentenced", "kantor-september-1944"])
    func tension(id: String) throws {
        let discrepancy = try #require(snapshot.discrepancies[id])
        #expect(discrepancy.difference == nil)
    }

    @Test("Every check that does not plainly hold is a discrepancy with explanation and question")
    func discrepancies() {
        let failing = snapshot.checks.records.filter { $0.verdict != .consistent }.map(\.id)
        #expect(snapshot.discrepancies.records.map(\.id) == failing)
        #expect(failing.count >= 16)
    }

    @Test(
        "Search finds events in both languages, without case and diacritics",
        arguments: [
            ("atlanto CHART", ["atlantic-charter"]), ("Atlantic Charter", ["atlantic-charter"]),
            ("hagos", ["hague-convention-1907"]), ("order 064", ["order-064"]), ("064 isak", ["order-064"]),
            ("no such words", []),
        ])
    func search(text: String, ids: [String]) throws {
        let events = snapshot.events
        let found = try events.select(Query(filters: ["q": [text]])).map { events.records[$0].id }
        #expect(Set(found).isSuperset(of: ids) && found.isEmpty == ids.isEmpty, "\(found)")
    }
}
