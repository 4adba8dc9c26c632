#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The ranking function BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.4) with
/// k₁ = 1.2, b = 0.75 and the inverse document frequency ln(1 + (N − n + ½) ÷ (n + ½)), which is never negative.
struct BM25: Sendable {
    static let k1 = 1.2
    static let b = 0.75

    /// The number of records.
    let count: Int
    /// The average number of words in a record.
    let averageLength: Double

    /// Returns the weight of a word that occurs in `frequency` records.
    func weight(frequency: Int) -> Double {
        let (all, having) = (Double(count), Double(frequency))
        return log(1 + (all - having + 0.5) / (having + 0.5))
    }

    /// Returns what a word of this weight with this many occurrences adds to the score of a record of `length` words.
    func score(weight: Double, occurrences: Int, length: Int) -> Double {
        let often = Double(occurrences)
        let relative = averageLength > 0 ? Double(length) / averageLength : 1
        return weight * often * (BM25.k1 + 1) / (often + BM25.k1 * (1 - BM25.b + BM25.b * relative))
    }
}
