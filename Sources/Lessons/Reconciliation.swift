package import Archive
package import Checks
import Evidence
import Rendering
package import Wording

/// What would reconcile the sides of a discrepancy and what would not, derived from the readings of its check.
package struct Reconciliation {
    let check: Check
    /// What the check is; nil if it holds.
    let discrepancy: Discrepancy?
    let snapshot: Snapshot
    let language: Language
    let mostRecords: Int

    /// The maximum number of sentences of each sort.
    private static let most = 3

    /// `mostRecords` is how many sources it has room for.
    package init(
        check: Check, discrepancy: Discrepancy?, snapshot: Snapshot, language: Language, mostRecords: Int
    ) {
        self.check = check
        self.discrepancy = discrepancy
        self.snapshot = snapshot
        self.language = language
        self.mostRecords = mostRecords
    }

    private var words: Words { language.words }

    /// What would reconcile them.
    package var would: [String] { discrepancy.map { sentences(Outlook($0).would) } ?? [] }

    /// What would not reconcile them.
    package var wouldNot: [String] { discrepancy.map { sentences(Outlook($0).wouldNot) } ?? [] }

    private func sentences(_ statements: [Outlook.Statement]) -> [String] {
        var fitting = 0
        return statements.compactMap { statement in
            if case .fits = statement {
                fitting += 1
                guard fitting <= Reconciliation.most else { return nil }
            }
            return sentence(statement)
        }
    }

    private func sentence(_ statement: Outlook.Statement) -> String? {
        switch statement {
        case .incomparable: comparability
        case .mixed: words["mixedDecides" + matter]
        case .roundingEnough(let difference): distance("roundingEnough", difference)
        case .strictEnough: words["strictEnough"]
        case .datesEnough: words["datesEnough"]
        case .figuresOpen: words["undecided"]
        case .datesOpen: words["undecidedDates"]
        case .fits(let reading): fits(reading)
        case .roundingNone(let difference): distance("roundingNone", difference)
        case .roundingNot(let difference): distance("roundingNot", difference)
        case .strictNot: words["strictNot"]
        case .boundsNot: words["boundsNot"]
        case .datesNot: words["datesNot"]
        case .noneFits(let count):
            words.fill("fits" + matter + "None", ["count": words.count("countCombinations", count)])
        }
    }

    /// What its readings put together, as it stands in the keys of words.
    private var matter: String { (check.readings.first?.matter ?? .figures).rawValue }

    /// Why both may be right although they do not agree.
    private var comparability: String? {
        check.relation.comparability.map { comparability in
            words["differs" + comparability.differs.rawValue] + " " + comparability.reason.marked(for: language)
        }
    }

    /// How much of the difference the bounds of the figures explain.
    private func distance(_ key: String, _ difference: Difference) -> String? {
        guard let absolute = difference.absolute else { return nil }
        // As it is shown beside the arithmetic.
        let miss = (check.deciding?.miss ?? Interval(difference.low, difference.high)).shown(places: 2)
        return words.fill(
            key,
            [
                "difference": language.format(absolute), "low": miss.low.map(language.format) ?? "0",
                "high": miss.high.map(language.format) ?? "…",
            ])
    }

    /// A reading that holds, with whose figures it puts together.
    private func fits(_ reading: Reading) -> String {
        let arithmetic = Arithmetic(reading, of: check, in: language).text
        let sources = reading.sides.joined().map(\.source).uniqued().map { label($0) }
        if !reading.dates.isEmpty { return fitsByDates(reading, arithmetic) }
        let isPair = check.relation.constraint.kind == .same
        switch reading.label {
        case .mixed:
            let strands = reading.sides.joined().map(\.attribution).uniqued().map { $0.label[language] }
            let apart = (sources.count > 1 ? sources : strands).joined(separator: ", ")
            return words.fill("fitsMixed", ["arithmetic": arithmetic, "strands": apart])
        case .oneSource, .betweenSources:
            if isPair { return words.fill("fitsPair", ["arithmetic": arithmetic]) }
            return words.fill(
                "fitsSources", ["arithmetic": arithmetic, "sources": sources.joined(separator: ", ")])
        case .main, .otherData, .officialData, .estimate:
            let speakers = reading.saidBy(in: language, of: check, label)
            return words.fill("fits", ["label": speakers, "arithmetic": arithmetic])
        }
    }

    /// A reading that holds by the dates of some source.
    private func fitsByDates(_ reading: Reading, _ arithmetic: String) -> String {
        let sources = (reading.sides.joined().map(\.source) + reading.dates.map(\.source)).uniqued()
            .map { label($0) }.joined(separator: ", ")
        return reading.label == .mixed
            ? words.fill("fits" + matter + "Mixed", ["arithmetic": arithmetic, "strands": sources])
            : words.fill("fits" + matter, ["arithmetic": arithmetic, "sources": sources])
    }

    /// To what extent the sources are independent witnesses.
    package var witnesses: [String] {
        let claims: [any SourcedClaim] = check.claims + check.dates
        let sources = (claims.map(\.source) + check.citations.map(\.source)).uniqued()
        guard let first = sources.first else { return [] }
        guard sources.count > 1 else {
            return [words.fill("oneSource", ["source": label(first)])]
        }
        let isAll = sources.allSatisfy { source in claims.contains { $0.source == source } }
        if isAll, let witness = claims.first?.witness, claims.allSatisfy({ $0.witness == witness }) {
            let term = snapshot.dataset.identity.vocabulary[.witness, witness]?.label[language]
            return [words.fill("oneWitness", ["witness": term ?? label(witness)])]
        }
        return bonds(between: claims)
            ?? sources.prefix(mostRecords).map { id in
                let independence = snapshot.sources[id]?.independence.label[language] ?? ""
                return "\(label(id)): \(independence)".withFullStop
            }
    }

    /// The claims of one source that differ in whose count they are.
    private struct Voice {
        let source: String
        var claims: [any SourcedClaim]
    }

    /// Returns what connects each pair of sources, be it by one of their figures alone; nil if the claims are not from several.
    private func bonds(between claims: [any SourcedClaim]) -> [String]? {
        let mostVoices = 2 * Reconciliation.most + 1
        var voices: [Voice] = []
        for claim in claims {
            guard let index = voices.firstIndex(where: { $0.source == claim.source }) else {
                if voices.count < mostVoices { voices.append(Voice(source: claim.source, claims: [claim])) }
                continue
            }
            let isNew = !voices[index].claims.contains {
                $0.witness == claim.witness && $0.attribution == claim.attribution
            }
            if isNew, voices[index].claims.count < mostVoices { voices[index].claims.append(claim) }
        }
        guard voices.count > 1 else { return nil }
        let pairs = voices.indices.flatMap { first in voices[(first + 1)...].map { (voices[first], $0) } }
        return pairs.prefix(2 * Reconciliation.most).map { one, other in
            let bond = one.claims.lazy.compactMap { claim in
                other.claims.lazy.compactMap { snapshot.lineage.bond(claim, $0) }.first
            }.first
            let bonded = (bond?.label[language] ?? words["noBond"]).withFullStop
            return "\(label(one.source)); \(label(other.source)): \(bonded)"
        }
    }

    private func label(_ source: String) -> String { snapshot.sources[source]?.label(in: language) ?? source }
}
