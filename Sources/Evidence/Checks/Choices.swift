/// All ways to take one claim for each of several statistics, in the order of the claims, the last statistic's changing
/// first.
struct Choices {
    /// How many there are; `Int.max` where they are more than can be counted.
    let count: Int

    /// The claims of each statistic.
    private let claims: [[Claim]]
    private let voices: Voices

    init(_ claims: [[Claim]]) {
        self.claims = claims
        count = claims.reduce(1) { product, claims in
            let (count, overflow) = product.multipliedReportingOverflow(by: claims.count)
            return overflow ? .max : count
        }
        voices = Voices(claims)
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

    /// How the sources of a choice are heard.
    func hearing(of choice: [Int]) -> Hearing { voices.hearing(of: choice) }
}
