package import Evidence
import Wording

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
            return reading.verdict == .consistent ? "" : offBy(range(amount.interval)) + days
        }
        if reading.verdict == .consistent {
            return amount.point.map { $0 > 0 ? leaves(language.format($0)) : "" } ?? ""
        }
        let bounds = amount.interval.magnitude
        guard let point = amount.point else { return offBy(range(bounds)) }
        let exact = language.format(point.magnitude)
        return offBy(bounds.low == bounds.high ? exact : "\(exact) (\(range(bounds)))")
    }

    private func range(_ interval: Interval) -> String {
        let dash = language == .english ? "…" : "–"
        return [interval.low, interval.high].map { $0.map(language.format) ?? "…" }.joined(separator: dash)
    }

    private var days: String { language == .english ? " days" : "\u{A0}d." }

    private func offBy(_ amount: String) -> String {
        language == .english ? "off by \(amount)" : "skirtumas \(amount)"
    }

    private func leaves(_ amount: String) -> String {
        language == .english ? "leaves \(amount)" : "lieka \(amount)"
    }
}
