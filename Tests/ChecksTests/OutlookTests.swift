import Checks
import TestSupport
import Testing

@testable import Evidence

@Suite("What is said of a discrepancy is true of its readings")
struct OutlookTests {
    /// A reading of that verdict, with figures that have it.
    private func reading(_ verdict: Verdict, _ label: Reading.Label) -> Reading {
        let (computed, stated): (Amount, Amount) =
            switch verdict {
            case .consistent: (Amount(Quantity(7)), Amount(Quantity(7)))
            case .withinRounding: (Amount(Quantity(1_000)), Amount(Quantity(1_001)))
            case .unresolved: (Amount(Quantity(nil, .unknown)), Amount(Quantity(9)))
            case .tension, .contradiction: (Amount(Quantity(7)), Amount(Quantity(9)))
            }
        return Reading(
            sides: [], label: label, passedOver: label == .mixed ? 1 : 0, stated: .amount(stated),
            computed: .amount(computed), difference: stated - computed,
            miss: (stated - computed).interval.magnitude, verdict: verdict)
    }

    /// All lists of one to three verdicts.
    private static let combinations: [[Verdict]] = {
        let one = Verdict.allCases.map { [$0] }
        let two = one.flatMap { list in Verdict.allCases.map { list + [$0] } }
        return one + two + two.flatMap { list in Verdict.allCases.map { list + [$0] } }
    }()

    @Test("for every combination of verdicts and of coherent and mixed readings")
    func everyCombination() throws {
        var said = 0
        for verdicts in Self.combinations {
            for mixed in 0..<(1 << verdicts.count) {
                let readings = verdicts.enumerated().map { place, verdict in
                    reading(verdict, mixed >> place & 1 == 1 ? .mixed : .main)
                }
                let check = Check(
                    relation: Samples.relation(.same(statistic: "a")), readings: readings, citations: [])
                guard let discrepancy = Discrepancy(check) else { continue }
                let outlook = Outlook(discrepancy)
                for statement in outlook.would + outlook.wouldNot {
                    said += 1
                    #expect(isTrue(statement, of: discrepancy), "\(statement) \(verdicts) \(mixed)")
                }
            }
        }
        #expect(said > 1_000)
    }

    private func isTrue(_ statement: Outlook.Statement, of discrepancy: Discrepancy) -> Bool {
        let readings = discrepancy.check.readings
        guard let deciding = discrepancy.check.deciding else { return false }
        let failing: [Verdict] = [.tension, .contradiction]
        switch statement {
        case .incomparable: return discrepancy.check.relation.comparability != nil
        case .mixed: return failing.contains(deciding.verdict) && readings.allSatisfy { $0.label == .mixed }
        case .strictEnough: return deciding.verdict == .withinRounding && deciding.difference?.point == .zero
        case .strictNot: return failing.contains(deciding.verdict) && deciding.miss?.low == .zero
        case .roundingEnough(let difference): return deciding.verdict == .withinRounding && difference.low == .zero
        case .datesEnough, .datesOpen, .datesNot: return false
        case .figuresOpen: return deciding.verdict == .unresolved
        case .fits(let reading):
            return [.consistent, .withinRounding].contains(reading.verdict) && readings.contains(reading)
        case .roundingNone(let difference):
            return failing.contains(deciding.verdict) && difference.low == difference.high && difference.low != .zero
        case .roundingNot(let difference):
            return failing.contains(deciding.verdict) && difference.low.map { $0 > .zero } ?? false
        case .boundsNot: return failing.contains(deciding.verdict)
        case .noneFits(let count):
            return count == readings.count && readings.allSatisfy { failing.contains($0.verdict) }
        }
    }

    @Test("An undecided combination does not count among those that fail")
    func undecided() throws {
        let check = Check(
            relation: Samples.relation(.same(statistic: "a")),
            readings: [reading(.contradiction, .main), reading(.unresolved, .otherData)], citations: [])
        let outlook = Outlook(try #require(Discrepancy(check)))
        #expect(!outlook.wouldNot.contains { if case .noneFits = $0 { true } else { false } })
    }
}
