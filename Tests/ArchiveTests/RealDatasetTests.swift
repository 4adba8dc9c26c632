import Archive
import Checks
import Evidence
import Lessons
import Reasoning
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
            Finding("kantor-september-1944", .tension, "between-sources: 83,941 > 63,000"),
            Finding("kantor-september-to-total", .consistent),
            Finding(
                "kantor-september-and-1945", .tension, "between-sources: 83,941 + 45,000 = 128,941 > 108,378"),
            Finding("kantor-vilnius-start", .tension, "between-sources: 13 July 1944 < August 1944"),
            Finding(
                "killed-in-punitive-operations", .consistent, "between-sources: 1,817 − ~550 = 1,267 ≤ ~5,000"),
            Finding("killed-division-then-regiment", .consistent), Finding("killed-defenceless-and-all", .consistent),
            Finding("legalised-1945-outside", .tension, "between-sources: ~40,000 > 30,488"),
            Finding("evaders-then-taken-by-force", .consistent, "main: 20,462 ≤ 58,620"),
            Finding(
                "evaders-then-legalised", .consistent, "main: 27,361 ≤ 58,620", "other-data: 34,589 ≤ 58,620"),
            Finding("evaders-then-sentenced", .consistent, "main: 1,774 ≤ 58,620"),
            Finding("others-1945-partisans-1957", .consistent, "main: 36,144 ≤ 27,361 + 2,423 + 8,350 = 38,134"),
            Finding("legalised-before-amnesty", .consistent), Finding("legalised-june-to-december-1945", .consistent),
            // What can all be right by its own explanation is no conflict.
            Finding("end-of-mobilisation", .consistent), Finding("end-of-lithuanian-divisions", .consistent),
            Finding("sentencing-start", .consistent), Finding("legalisation-start", .consistent),
            Finding("imprisoned-dodgers-sentenced", .unresolved),
            Finding("imprisoned-deserters-sentenced", .unresolved),
            Finding("no-other-units", .unresolved), Finding("hague-binding-force", .contradiction),
            Finding("hague-scope-of-prohibition", .unresolved), Finding("hague-quotation", .tension),
            Finding("executing-bodies", .tension), Finding("organisers-place", .unresolved),
            Finding("forced-or-voluntary", .tension),
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
        "What is left is told where both figures count the same, and only there",
        arguments: [
            ("kantor-september-to-total", 24_437), ("partisans-among-killed-by-4th-division", 1_267),
            ("legalised-june-to-december-1945", nil), ("evaders-then-legalised", nil),
        ] as [(String, Number?)])
    func left(id: String, remainder: Number?) throws {
        let readings = try #require(snapshot.checks[id]).readings
        #expect(readings.first?.difference?.point == remainder)
    }

    @Test("A percentage without a qualifying word is read as printed")
    func percentage() throws {
        let claim = try #require(snapshot.claims["imprisoned-share-dodgers-main"])
        #expect(claim.quantity.interval.low?.description == "7.5" && claim.quantity.interval.high?.description == "8.5")
    }

    @Test(
        "Figures that cannot be subtracted have no difference",
        arguments: ["kantor-september-1944", "kantor-september-and-1945", "legalised-1945-outside"])
    func tension(id: String) throws {
        let discrepancy = try #require(snapshot.discrepancies[id])
        #expect(discrepancy.difference == nil)
    }

    @Test("Every check that does not plainly hold is a discrepancy with explanation and question")
    func discrepancies() {
        let failing = snapshot.checks.records.filter { $0.verdict != .consistent && !$0.isUntested }.map(\.id)
        #expect(snapshot.discrepancies.records.map(\.id) == failing)
        #expect(failing.count >= 16)
    }

    @Test("Figures of one count have one witness, and the sources’ own alternatives are of one rank")
    func witnesses() throws {
        let total = try #require(snapshot.statistics["mobilised-total"])
        #expect(Set(total.claims.map(\.witness)) == ["official-soviet-data"])
        let evading = try #require(snapshot.statistics["draft-dodgers-1945-01-01"])
        #expect(Set(evading.claims.map(\.witness)) == ["tininis-summary-en"])
        #expect(snapshot.claims.records.allSatisfy { $0.rank == .normal })
    }

    @Test(
        "What nobody counted has the bounds that the rest of the evidence gives it",
        arguments: [
            ("mobilised-non-lithuanians-total", 25_879, 26_878), ("joined-after-1944-09-16", 24_437, 24_437),
            ("unarmed-killed-by-4th-division", 1_212, 1_322), ("killed-by-4th-division-to-1945-06", 2_258, nil),
        ] as [(String, Int, Int?)])
    func uncounted(id: String, low: Int, high: Int?) throws {
        #expect(try #require(snapshot.statistics[id]).claims.isEmpty)
        let node = try #require(snapshot.weighing.network.node(of: id))
        let implied = try #require(snapshot.weighing.implied[node])
        #expect(implied.low?.value == Rational(low))
        #expect(implied.high?.value == high.map { Rational($0) })
    }

    @Test("Sources that give one and the same count are not called independent of each other")
    func bonds() throws {
        let check = try #require(snapshot.checks["mobilised-sum"])
        let reconciliation = Reconciliation(
            check: check, discrepancy: snapshot.discrepancies["mobilised-sum"], snapshot: snapshot, language: .english,
            mostRecords: 10)
        let said = reconciliation.witnesses
        #expect(said.contains { $0.hasSuffix("both go back to one witness.") }, "\(said)")
        #expect(!said.contains { $0.contains("independent of each other") }, "\(said)")
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
