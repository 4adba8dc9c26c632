/// How the sources that a reading puts together are heard in it.
///
/// A source speaks with one *strand*: its figures under one attribution, to which its main text lends where that strand
/// is silent. It is *passed over* where it has a figure for a statistic, and neither this nor an equal one is used; or
/// where it is heard in two strands at once. Where no source is passed over, the reading is *coherent*.
struct Hearing: Hashable {
    let label: Reading.Label
    /// How many of its sources are passed over.
    let passedOver: Int
    /// What says a coherent reading: the strand of each source. A reading that fewer of them can say with the same
    /// figures repeats that one.
    let strands: Set<Strand>
    /// By statistic, which of its figures is used; equal claims have one figure.
    let figures: [Int]
    /// Whether fewer sources could say the same.
    let isRepetition: Bool

    /// A source's figures under one attribution.
    struct Strand: Hashable {
        let source: String
        let attribution: Claim.Attribution
    }
}
