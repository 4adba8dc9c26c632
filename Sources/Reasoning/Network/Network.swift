import Checks
package import Evidence

/// All figures of a dataset and all relations between them, as they hold together.
///
/// There is one unknown a statistic: a rational number that its unit allows. Relations hold that compare statistics, no dates,
/// and have no `comparability` mark. Claims take part that stand, and say something of their figure. A claim that was withdrawn
/// stays so, also where the claim that corrects it is given up: it is a fact that its source took it back.
package struct Network: Sendable {
    /// Why a claim or a relation takes no part.
    package enum Absence: String, CaseIterable, Sendable {
        /// The claim is deprecated, or another corrects it.
        case deprecated, withdrawn
        /// The claim says that its figure is not known.
        case unknown
        /// The relation's sides do not speak of quite the same thing.
        case comparability
        /// The relation compares dates, or has them in its formula.
        case dates
        /// The relation is an editor's judgement.
        case editorial
        /// The relation multiplies or divides unknowns in a way that is not worked with.
        case product
        /// The reader gives it up.
        case without
    }

    /// A claim or a relation that takes no part.
    package struct LeftOut: Hashable, Sendable {
        package let id: String
        package let reason: Absence
    }

    /// The claims of one statistic with one interval: they stand or fall together.
    package struct Figure: Hashable, Sendable {
        /// The number of the statistic.
        package let node: Int
        /// At least one, in the order of the dataset.
        package let claims: [Claim]
        package let interval: Interval
        let range: ClosedRational

        /// How many first counted it.
        var witnesses: Int { Set(claims.map(\.witness)).count }
    }

    /// A statistic.
    package struct Node: Sendable {
        package let statistic: Statistic
        /// The numbers of its figures, by their low ends.
        package let figures: Range<Int>
        /// What its unit allows.
        let unit: ClosedRational
        let isWhole: Bool
        /// The figures with those that overlap taken together, from low to high: of each group all that any of them allows.
        let options: [ClosedRational]
    }

    /// Statistics that hang together by relations, by their numbers, and these.
    package struct Component: Sendable {
        package let nodes: [Int]
        package let constraints: [Int]
        /// The ids of relations between these and perhaps others that take no part, because of what they multiply.
        package var ignored: [String] = []
    }

    package private(set) var nodes: [Node] = []
    package private(set) var figures: [Figure] = []
    package private(set) var constraints: [Constraint] = []
    package private(set) var components: [Component] = []
    package private(set) var leftOut: [LeftOut] = []
    /// The numbers of the statistics by their ids.
    private var numbers: [String: Int] = [:]
    /// The numbers of the figures by the ids of their claims.
    private var figuresOfClaims: [String: Int] = [:]
    /// By the number of a statistic, the ids of relations that take no part, because of what they multiply.
    private var ignored: [Int: [String]] = [:]

    /// `without` has the ids of claims and relations that are given up, `assume` those of relations with a `comparability` mark
    /// that are taken as if they had none. Ids that are not in the dataset do nothing.
    package init(_ dataset: Dataset, without: Set<String> = [], assume: Set<String> = []) {
        self.init(
            statistics: dataset.statistics, relations: dataset.relations, units: dataset.identity.vocabulary.units,
            without: without, assume: assume)
    }

    package init(
        statistics: [Statistic], relations: [Relation], units: [String: Unit], without: Set<String> = [],
        assume: Set<String> = []
    ) {
        for statistic in statistics where numbers[statistic.id] == nil {
            numbers[statistic.id] = nodes.count
            add(statistic, units[statistic.unit], without)
        }
        let conversions = Conversions(units)
        var equations: [(Relation, Equation)] = []
        for relation in relations where relation.constraint.kind != .same {
            if let reason = Network.absence(of: relation, without, assume) {
                leftOut.append(LeftOut(id: relation.id, reason: reason))
            } else if let equation = relation.constraint.equation {
                equations.append((relation, equation))
            }
        }
        var uses: [Int: Int] = [:]
        for (relation, _) in equations {
            for id in relation.figures { if let number = numbers[id] { uses[number, default: 0] += 1 } }
        }
        let allowed = nodes.map(\.unit)
        let isShared = { (node: Int) in (uses[node] ?? 0) > 1 }
        for (relation, equation) in equations {
            let targets = equation.targets(conversions) { id in numbers[id].map { nodes[$0].statistic.unit } }
            let factor = { (id: String) in targets[id].map { Rational($0.factor) } ?? .one }
            if let constraint = Constraint(relation, equation, numbers, factor, allowed, isShared) {
                constraints.append(constraint)
            } else {
                leftOut.append(LeftOut(id: relation.id, reason: .product))
                for node in Set(relation.figures.compactMap { numbers[$0] }) {
                    ignored[node, default: []].append(relation.id)
                }
            }
        }
        for (number, figure) in figures.enumerated() {
            for claim in figure.claims { figuresOfClaims[claim.id] = number }
        }
        connect()
    }

    /// Returns the number of a statistic by its id.
    package func node(of statistic: String) -> Int? { numbers[statistic] }

    /// Returns the number of the figure that a claim stands for; nil if it takes no part.
    package func figure(of claim: String) -> Int? { figuresOfClaims[claim] }

    private static func absence(of relation: Relation, _ without: Set<String>, _ assume: Set<String>) -> Absence? {
        if without.contains(relation.id) { return .without }
        guard let equation = relation.constraint.equation else {
            return relation.constraint.kind == .editorial ? .editorial : .dates
        }
        if !equation.days.isEmpty { return .dates }
        return relation.comparability != nil && !assume.contains(relation.id) ? .comparability : nil
    }

    private mutating func add(_ statistic: Statistic, _ unit: Unit?, _ without: Set<String>) {
        let unit = unit ?? statistic.claims.first?.quantity.unit ?? Unit(.count, bounds: Interval(nil, nil))
        var grouped: [Interval: [Claim]] = [:]
        for claim in statistic.claims {
            let reason: Absence? =
                if claim.rank == .deprecated {
                    .deprecated
                } else if statistic.withdrawals[claim.id] != nil {
                    .withdrawn
                } else if claim.rank == .givenUp || without.contains(claim.id) {
                    .without
                } else {
                    claim.quantity.isKnown ? nil : .unknown
                }
            if let reason {
                leftOut.append(LeftOut(id: claim.id, reason: reason))
            } else {
                grouped[claim.quantity.interval, default: []].append(claim)
            }
        }
        let found = grouped.map { interval, claims in
            Figure(node: nodes.count, claims: claims, interval: interval, range: ClosedRational(interval))
        }.sorted { $0.range.isBefore($1.range) }
        nodes.append(
            Node(
                statistic: statistic, figures: figures.count..<figures.count + found.count,
                unit: ClosedRational(unit.bounds), isWhole: unit.kind == .count,
                options: ClosedRational.merged(found.map(\.range))))
        figures += found
    }

    /// Finds what hangs together.
    private mutating func connect() {
        var users: [[Int]] = Array(repeating: [], count: nodes.count)
        for (place, constraint) in constraints.enumerated() {
            for node in constraint.nodes { users[node].append(place) }
        }
        var isKnown = [Bool](repeating: false, count: nodes.count)
        var isTaken = [Bool](repeating: false, count: constraints.count)
        for start in nodes.indices where !isKnown[start] {
            isKnown[start] = true
            var (found, taken, waiting) = ([Int](), [Int](), [start])
            while let node = waiting.popLast() {
                found.append(node)
                for constraint in users[node] where !isTaken[constraint] {
                    isTaken[constraint] = true
                    taken.append(constraint)
                    for other in constraints[constraint].nodes where !isKnown[other] {
                        isKnown[other] = true
                        waiting.append(other)
                    }
                }
            }
            components.append(
                Component(
                    nodes: found.sorted(), constraints: taken.sorted(),
                    ignored: Set(found.flatMap { ignored[$0] ?? [] }).sorted()))
        }
    }
}
