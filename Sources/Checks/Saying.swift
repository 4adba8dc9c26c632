import Evidence

/// A claim at one place of a relation, reduced to what its readings depend on: who says which figure.
///
/// A place is whatever has claims and stands in a relation: a statistic with its standing claims, or an event with its
/// dated ones.
struct Saying: Hashable, Sendable {
    /// The number of the strand in a ``StrandTable``.
    let strand: Int
    /// The number of the figure. Claims of one place with the same number say the same.
    let figure: Int
}

/// The strands of a dataset, by number.
struct StrandTable: Sendable {
    private static let attributions = Claim.Attribution.allCases

    private var sources: [String] = []
    private var numbers: [String: Int] = [:]

    /// Returns the strand with a number that was given out.
    subscript(number: Int) -> Strand {
        let (source, attribution) = number.quotientAndRemainder(dividingBy: StrandTable.attributions.count)
        return Strand(source: sources[source], attribution: StrandTable.attributions[attribution])
    }

    /// Returns the main text of the source that has the strand.
    static func main(of number: Int) -> Int { number - number % attributions.count }

    /// Reduces the claims of one place. `strand` tells who says a claim, `figure` what is said.
    mutating func sayings<Claims: Sequence, Value: Hashable>(
        _ claims: Claims, strand: (Claims.Element) -> Strand, figure: (Claims.Element) -> Value
    ) -> [Saying] {
        var figures: [Value: Int] = [:]
        return claims.map { claim in
            let figure = figure(claim)
            let number = figures[figure] ?? figures.count
            figures[figure] = number
            return Saying(strand: self.number(of: strand(claim)), figure: number)
        }
    }

    private mutating func number(of strand: Strand) -> Int {
        let source = numbers[strand.source] ?? sources.count
        if source == sources.count {
            sources.append(strand.source)
            numbers[strand.source] = source
        }
        let attribution = StrandTable.attributions.firstIndex(of: strand.attribution) ?? 0
        return source * StrandTable.attributions.count + attribution
    }
}
