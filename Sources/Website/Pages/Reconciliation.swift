import Archive
import Evidence
import Wording

/// What would reconcile the sides of a discrepancy and what would not, derived from the readings of its check.
struct Reconciliation {
    let discrepancy: Discrepancy
    let snapshot: Snapshot
    let page: PageContext

    /// The maximum number of sentences of each sort.
    private static let most = 3

    private var check: Check { discrepancy.check }
    private var words: Words { page.words }
    private var language: Language { page.language }
    private var readings: [Reading] { check.readings }

    /// What would reconcile them.
    var would: [String] {
        [comparability, discrepancy.verdict == .withinRounding ? rounding : nil, undecided].compactMap { $0 }
            + fitting
    }

    /// What would not reconcile them.
    var wouldNot: [String] {
        let isGrave = discrepancy.verdict == .contradiction || discrepancy.verdict == .tension
        guard isGrave else { return [] }
        return [rounding, noOther].compactMap { $0 }
    }

    /// Why both may be right although they do not agree.
    private var comparability: String? {
        check.relation.comparability.map { comparability in
            words["differs" + comparability.differs.rawValue] + " " + comparability.reason[language]
        }
    }

    /// How much the bounds of the figures or dates explain.
    private var rounding: String? {
        guard let deciding = check.deciding else { return nil }
        if case .period = deciding.stated {
            return words[deciding.verdict == .withinRounding ? "datesEnough" : "datesNot"]
        }
        guard let difference = discrepancy.difference, let absolute = difference.absolute else {
            return deciding.verdict == .tension ? words["boundsNot"] : nil
        }
        let (low, high) = (difference.low.map(language.format), difference.high.map(language.format))
        let size = language.format(absolute)
        if deciding.verdict == .withinRounding {
            return words.fill("roundingEnough", ["difference": size, "low": low ?? "0", "high": high ?? "…"])
        }
        guard difference.low != difference.high else { return words.fill("roundingNone", ["difference": size]) }
        return words.fill("roundingNot", ["difference": size, "low": low ?? "0"])
    }

    private var undecided: String? {
        guard let deciding = check.deciding, deciding.verdict == .unresolved else { return nil }
        return words["undecided"]
    }

    /// The readings that hold although the deciding one does not.
    private var fitting: [String] {
        guard discrepancy.verdict != .withinRounding else { return [] }
        return readings.filter { $0.verdict <= .withinRounding }.prefix(Reconciliation.most).map { reading in
            let arithmetic = Arithmetic(reading, of: check, in: language).text
            guard reading.label == .mixed else {
                return words.fill("fits", ["label": reading.label.label[language], "arithmetic": arithmetic])
            }
            let strands = reading.sides.joined().map(\.attribution).uniqued().map { $0.label[language] }
            return words.fill(
                "fitsMixed", ["arithmetic": arithmetic, "strands": strands.joined(separator: ", ")])
        }
    }

    private var noOther: String? {
        guard readings.count > 1, readings.allSatisfy({ $0.verdict > .withinRounding }) else { return nil }
        return words.fill("fitsNone", ["count": words.count("countCombinations", readings.count)])
    }

    /// To what extent the sources are independent witnesses.
    var witnesses: [String] {
        let claims = readings.flatMap { $0.sides.joined() }.uniqued()
        let sources = (claims.map(\.source) + discrepancy.citations.map(\.source)).uniqued()
        guard let first = sources.first else { return [] }
        guard sources.count > 1 else {
            return [words.fill("oneSource", ["source": page.source(first, in: snapshot).label])]
        }
        return bonds(between: claims)
            ?? sources.map { id in
                let independence = snapshot.sources[id]?.independence.label[language] ?? ""
                return "\(page.source(id, in: snapshot).label): \(independence)."
            }
    }

    /// Returns what connects each pair of sources; nil if the claims are not from several.
    private func bonds(between claims: [Claim]) -> [String]? {
        let voices = claims.reduce(into: [Claim]()) { voices, claim in
            if !voices.contains(where: { $0.source == claim.source }) { voices.append(claim) }
        }
        guard voices.count > 1 else { return nil }
        let pairs = voices.indices.flatMap { first in voices[(first + 1)...].map { (voices[first], $0) } }
        return pairs.prefix(2 * Reconciliation.most).map { one, other in
            let bond = snapshot.lineage.bond(one, other)
            let names = [one, other].map { page.source($0.source, in: snapshot).label }
            return names.joined(separator: "; ") + ": " + (bond?.label[language] ?? words["noBond"]) + "."
        }
    }
}
