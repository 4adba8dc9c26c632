import Evidence
import Reasoning
import TestSupport

/// Statistics and relations of a made-up history, whose figures are exact.
struct Sample {
    var statistics: [Statistic] = []
    var relations: [Relation] = []

    static let persons = Unit(.count), percent = Unit(.percentage)

    /// A statistic whose figures are each of another source, `s0`, `s1` …
    mutating func add(_ id: String, _ figures: [ClosedRange<Int64>], in unit: String = "persons") {
        let claims = figures.enumerated().map { place, range in
            Claim(
                id: "\(id)-\(place)", statistic: id, source: "s\(place)",
                quantity: Quantity(
                    between: Number(range.lowerBound), and: Number(range.upperBound),
                    in: unit == "percent" ? Sample.percent : Sample.persons),
                printed: "so many")
        }
        add(id, claims, in: unit)
    }

    mutating func add(_ id: String, _ claims: [Claim], in unit: String = "persons") {
        guard let period = try? EDTF("1931") else { return }
        statistics.append(
            Statistic(
                id: id, title: Samples.text(id), measure: "m", population: "p", unit: unit, period: period,
                claims: claims))
    }

    mutating func relate(_ id: String, _ constraint: Relation.Constraint, isComparable: Bool = true) {
        let mark = Relation.Comparability(differs: .period, reason: Samples.text("Another year."))
        relations.append(
            Relation(
                id: id, title: Samples.text(id), constraint: constraint, comparability: isComparable ? nil : mark))
    }

    func network(without: Set<String> = [], assume: Set<String> = []) -> Network {
        Network(
            statistics: statistics, relations: relations,
            units: ["persons": Sample.persons, "percent": Sample.percent],
            without: without, assume: assume)
    }

    func weighed(without: Set<String> = [], assume: Set<String> = []) -> Weighing {
        Weighing(network(without: without, assume: assume))
    }
}

extension Weighing {
    /// The claims of each conflict, by its kind.
    var told: [String] {
        conflicts.map { conflict in "\(conflict.kind.rawValue): " + claims(conflict.figures).joined(separator: " ") }
    }

    func claims(_ figures: [Int]) -> [String] { figures.flatMap { network.figures[$0].claims.map(\.id) } }

    func number(_ id: String) -> Int? { network.nodes.firstIndex { $0.statistic.id == id } }

    /// The range that all others allow a statistic.
    func bounds(_ id: String) -> String? {
        guard let number = number(id), let implied = implied[number] else { return nil }
        let shown = { (end: Implied.End?) in end?.value.number.map { "\($0)" } ?? "" }
        return shown(implied.low) + "…" + shown(implied.high)
    }

    func standing(_ claim: String) -> Standing? {
        network.figures.firstIndex { $0.claims.contains { $0.id == claim } }.flatMap { standings[$0] }
    }
}
