package import Evidence
package import Wording

/// What a check found, for a terminal: each reading with its arithmetic, or what each side says.
package struct CheckText {
    private let check: Check
    private let language: Language

    package init(_ check: Check, in language: Language) {
        self.check = check
        self.language = language
    }

    /// One row a reading: label, verdict, arithmetic, difference. Empty for an editorial conflict.
    package var readings: TextGrid {
        let columns = [TextGrid.Column(), .init(), .init(isWhole: true), .init()]
        return TextGrid(columns, check.readings.map(row))
    }

    /// What each side says, and where. Empty for a computed check.
    package func sides(width: Int = TextLines.width) -> [String] {
        check.sides.flatMap { side in
            let places = side.citations.map { $0.text(in: language) }.joined(separator: "; ")
            return TextGrid([.init(), .init()], [["–", side.statement[language]], ["", places]]).lines(width: width)
        }
    }

    private func row(_ reading: Reading) -> [String] {
        [
            label(reading), reading.verdict.label[language], Arithmetic(reading, of: check, in: language).text,
            difference(reading),
        ]
    }

    /// The label, or which sources a reading between sources puts together.
    private func label(_ reading: Reading) -> String {
        guard reading.label == .betweenSources else { return reading.label.label[language] }
        return Set(reading.sides.joined().map(\.source)).sorted().joined(separator: " + ")
    }

    /// By how much it misses, or what is left over, with bounds where they are not the same.
    package func difference(_ reading: Reading) -> String {
        guard let amount = reading.difference else { return "" }
        if case .period = reading.stated {
            let days = { language.words.fill(.inDays, ["amount": range(amount.interval)]) }
            return reading.verdict == .consistent ? "" : offBy(days())
        }
        if reading.verdict == .consistent {
            guard let point = amount.point, point > 0 else { return "" }
            return language.words.fill(.leaves, ["amount": language.format(point)])
        }
        let bounds = amount.interval.magnitude
        guard let point = amount.point else { return offBy(range(bounds)) }
        let exact = language.format(point.magnitude)
        return offBy(bounds.low == bounds.high ? exact : "\(exact) (\(range(bounds)))")
    }

    private func range(_ interval: Interval) -> String {
        let ends = [interval.low, interval.high].map { $0.map(language.format) ?? "…" }
        return language.words.fill(.range, ["low": ends[0], "high": ends[1]])
    }

    private func offBy(_ amount: String) -> String { language.words.fill(.offBy, ["amount": amount]) }
}
