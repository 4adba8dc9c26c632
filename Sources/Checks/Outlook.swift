import Evidence

/// What would make the sides of a discrepancy fit, and what would not: statements that are true of its readings, for words
/// to be put to.
package struct Outlook: Hashable, Sendable {
    package enum Statement: Hashable, Sendable {
        /// The sides do not speak of the same, so that both may be right.
        case incomparable
        /// Nobody gives the figures together that do not fit: no reading is coherent.
        case mixed
        /// The sides miss each other as printed, and meet within what rounded figures allow.
        case roundingEnough(Difference)
        /// The sides are equal as printed and must not be, and within what rounded figures allow they need not be.
        case strictEnough
        /// Some day that the dates allow fits.
        case datesEnough
        /// The figures are no points, and some of what they allow fits.
        case figuresOpen
        /// What the dates say of themselves leaves it open.
        case datesOpen
        /// A reading that holds, although the check does not.
        case fits(Reading)
        /// Each figure is read as exact, and the sides miss each other.
        case roundingNone(Difference)
        /// The sides miss each other by more than rounded figures allow.
        case roundingNot(Difference)
        /// The sides must not be equal, and are so at best.
        case strictNot
        /// No values that the words allow make the sides meet; by how much they miss each other is not told.
        case boundsNot
        /// No day that the dates allow fits.
        case datesNot
        /// Each of so many readings fails, whatever the words allow.
        case noneFits(Int)
    }

    package let would, wouldNot: [Statement]

    package init(_ discrepancy: Discrepancy) {
        let check = discrepancy.check
        let deciding = check.deciding
        would =
            [
                check.relation.comparability.map { _ in Statement.incomparable },
                deciding.flatMap { $0.label == .mixed && $0.fails ? Statement.mixed : nil },
                deciding.flatMap { Outlook.hope(in: $0, discrepancy.difference) },
            ].compactMap { $0 }
            // That the one that decides holds within rounding is said already.
            + check.readings.filter { $0.holds && discrepancy.verdict != .withinRounding }.map(Statement.fits)
        wouldNot = [
            deciding.flatMap { Outlook.obstacle(in: $0, discrepancy.difference) },
            Outlook.noneFits(check.readings),
        ].compactMap { $0 }
    }

    private static func hope(in reading: Reading, _ difference: Difference?) -> Statement? {
        switch (reading.verdict, reading.isOfPeriods) {
        case (.withinRounding, true): .datesEnough
        case (.withinRounding, false):
            difference.map { $0.absolute == .zero ? Statement.strictEnough : .roundingEnough($0) }
        case (.unresolved, true): .datesOpen
        case (.unresolved, false): .figuresOpen
        case (.consistent, _), (.tension, _), (.contradiction, _): nil
        }
    }

    private static func obstacle(in reading: Reading, _ difference: Difference?) -> Statement? {
        guard reading.fails else { return nil }
        if reading.isOfPeriods { return .datesNot }
        guard let difference, difference.absolute != nil else { return .boundsNot }
        if difference.low == .zero { return .strictNot }
        return difference.low == difference.high ? .roundingNone(difference) : .roundingNot(difference)
    }

    /// An undecided reading does not fail.
    private static func noneFits(_ readings: [Reading]) -> Statement? {
        readings.count > 1 && readings.allSatisfy(\.fails) ? .noneFits(readings.count) : nil
    }
}

extension Reading {
    /// Whether it holds, if only within rounding.
    fileprivate var holds: Bool { verdict <= .withinRounding }

    /// Whether nothing that the words allow makes it hold.
    fileprivate var fails: Bool { verdict >= .tension }

    /// Whether it rests on dates.
    fileprivate var isOfPeriods: Bool {
        guard case .amount(let computed) = computed, case .amount(let stated) = stated else { return true }
        return max(computed.dating, stated.dating) > .exact
    }
}
