/// All ways to take one claim for each of several statistics, in the order of the claims, the last statistic's changing
/// first.
struct Choices {
    /// How many there are; `Int.max` where they are more than can be counted.
    let count: Int

    /// The claims of each statistic.
    private let claims: [[Claim]]
    /// The strand of each claim.
    private let strands: [[Int]]
    /// The strands that have a figure of each statistic.
    private let speaking: [Set<Int>]

    /// A source's figures under one attribution.
    private struct Strand: Hashable {
        let source: String
        let attribution: Claim.Attribution
    }

    init(_ claims: [[Claim]]) {
        var numbers: [Strand: Int] = [:]
        self.claims = claims
        strands = claims.map { claims in
            claims.map { claim in
                let strand = Strand(source: claim.source, attribution: claim.attribution)
                let number = numbers[strand] ?? numbers.count
                numbers[strand] = number
                return number
            }
        }
        speaking = strands.map { Set($0) }
        count = claims.reduce(1) { product, claims in
            let (count, overflow) = product.multipliedReportingOverflow(by: claims.count)
            return overflow ? .max : count
        }
    }

    /// Which claim of each statistic is taken, by its place. `number` is below `count`.
    subscript(number: Int) -> [Int] {
        var rest = number
        var choice = [Int](repeating: 0, count: claims.count)
        for place in claims.indices.reversed() {
            choice[place] = rest % claims[place].count
            rest /= claims[place].count
        }
        return choice
    }

    func claim(_ statistic: Int, in choice: [Int]) -> Claim { claims[statistic][choice[statistic]] }

    /// The strand that the claims follow: each is of that strand, or answers a statistic for which it has no figure.
    func label(of choice: [Int]) -> Reading.Label {
        let taken = choice.enumerated().map { strands[$0][$1] }
        var tested: Set<Int> = []
        var followed: Claim.Attribution?
        for (statistic, strand) in taken.enumerated() where tested.insert(strand).inserted {
            let isCoherent = taken.enumerated().allSatisfy { $1 == strand || !speaking[$0].contains(strand) }
            let attribution = claims[statistic][choice[statistic]].attribution
            if isCoherent, followed.map({ attribution.precedes($0) }) ?? true { followed = attribution }
        }
        guard let followed else { return .mixed }
        let sources = Set(choice.indices.map { claims[$0][choice[$0]].source })
        if sources.count > 1 { return .betweenSources }
        return switch followed {
        case .main: .main
        case .otherData: .otherData
        case .officialData: .officialData
        case .estimate: .estimate
        }
    }
}

extension Claim.Attribution {
    /// In the order of the declaration: main text first.
    fileprivate func precedes(_ other: Claim.Attribution) -> Bool {
        let order = Claim.Attribution.allCases
        return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
    }
}
