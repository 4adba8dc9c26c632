import Evidence

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
    mutating func strandFigures<Claims: Sequence, Value: Hashable>(
        _ claims: Claims, strand: (Claims.Element) -> Strand, figure: (Claims.Element) -> Value
    ) -> [StrandFigure] {
        var figures: [Value: Int] = [:]
        return claims.map { claim in
            let figure = figure(claim)
            let number = figures[figure] ?? figures.count
            figures[figure] = number
            return StrandFigure(strand: self.number(of: strand(claim)), figure: number)
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
