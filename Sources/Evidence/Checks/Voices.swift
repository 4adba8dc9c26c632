/// Who says what of several statistics.
struct Voices {
    /// What one source says of one statistic: the numbers of its figures by attribution. Equal claims are one figure.
    private typealias Said = [Claim.Attribution: Set<Int>]

    /// The source and attribution of each claim of each statistic.
    private let strands: [[Hearing.Strand]]
    /// The figure of each claim.
    private let figures: [[Int]]
    /// By source, what it says of each statistic that it speaks of.
    private let said: [String: [Int: Said]]

    init(_ claims: [[Claim]]) {
        strands = claims.map { $0.map { Hearing.Strand(source: $0.source, attribution: $0.attribution) } }
        figures = claims.map { claims in
            var numbers: [Amount: Int] = [:]
            return claims.map { claim in
                let amount = Amount(claim.quantity)
                let number = numbers[amount] ?? numbers.count
                numbers[amount] = number
                return number
            }
        }
        var said: [String: [Int: Said]] = [:]
        for (statistic, claims) in claims.enumerated() {
            for (claim, figure) in zip(claims, figures[statistic]) {
                said[claim.source, default: [:]][statistic, default: [:]][claim.attribution, default: []]
                    .insert(figure)
            }
        }
        self.said = said
    }

    func hearing(of choice: [Int]) -> Hearing {
        let used = choice.enumerated().map { figures[$0][$1] }
        let taken = choice.enumerated().map { self.strands[$0][$1] }
        // By source, the statistics for which its figures are taken.
        var places: [String: [Int]] = [:]
        for (statistic, strand) in taken.enumerated() { places[strand.source, default: []].append(statistic) }
        let strands = places.compactMap { source, places in strand(of: source, at: places, in: used) }
        let passedOver = places.count - strands.count
        return Hearing(
            label: passedOver == 0 ? label(strands) : .mixed, passedOver: passedOver, strands: Set(strands),
            figures: used, isRepetition: passedOver == 0 && isRepetition(strands, places, used))
    }

    /// The strand, main text first, with which a source speaks that is not passed over; nil where it is.
    private func strand(of source: String, at places: [Int], in used: [Int]) -> Hearing.Strand? {
        let said = said[source] ?? [:]
        for attribution in Claim.Attribution.allCases {
            let strand = Hearing.Strand(source: source, attribution: attribution)
            let isHeard = said.allSatisfy { statistic, said in
                let figures = Voices.figures(said, attribution)
                return figures.isEmpty || figures.contains(used[statistic])
            }
            if isHeard, places.allSatisfy({ says(strand, used[$0], of: $0) }) { return strand }
        }
        return nil
    }

    /// The figures of an attribution, or those that the main text lends to it.
    private static func figures(_ said: Said, _ attribution: Claim.Attribution) -> Set<Int> {
        said[attribution] ?? said[.main] ?? []
    }

    private func says(_ strand: Hearing.Strand, _ figure: Int, of statistic: Int) -> Bool {
        guard let said = said[strand.source]?[statistic] else { return false }
        return Voices.figures(said, strand.attribution).contains(figure)
    }

    /// Whether one of the strands could be left out, because the others say all that it says.
    private func isRepetition(_ strands: [Hearing.Strand], _ places: [String: [Int]], _ used: [Int]) -> Bool {
        strands.count > 1
            && strands.contains { strand in
                (places[strand.source] ?? []).allSatisfy { statistic in
                    strands.contains { $0 != strand && says($0, used[statistic], of: statistic) }
                }
            }
    }

    private func label(_ strands: [Hearing.Strand]) -> Reading.Label {
        guard strands.count == 1, let strand = strands.first else { return .betweenSources }
        return switch strand.attribution {
        case .main: .main
        case .otherData: .otherData
        case .officialData: .officialData
        case .estimate: .estimate
        }
    }
}
