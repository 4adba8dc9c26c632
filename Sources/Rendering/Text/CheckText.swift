package import Checks
import Evidence
package import Wording

/// What a check found, for a terminal: each reading with its arithmetic, or what each side says.
package struct CheckText {
    private let check: Check
    private let language: Language

    package init(_ check: Check, in language: Language) {
        self.check = check
        self.language = language
    }

    /// One row a reading: label, verdict, arithmetic, difference; then how many are not shown. Empty if it is editorial.
    package var readings: TextGrid {
        let columns = [TextGrid.Column(), .init(), .init(isWhole: check.relation.constraint.dated.isEmpty), .init()]
        let shown = check.readings.prefix(Check.mostReadings)
        let others = check.unshown(of: shown.count, in: language).map { [$0, "", "", ""] }
        return TextGrid(columns, shown.map(row) + others)
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
            reading.saidBy(in: language, of: check) { $0 }, reading.verdict.label[language],
            Arithmetic(reading, of: check, in: language).text,
            difference(reading),
        ]
    }

    /// By how much it misses, or what is left over of a whole, with bounds where they are not the same; nothing where
    /// no bound of it is known.
    package func difference(_ reading: Reading) -> String {
        guard let amount = reading.difference, let miss = reading.miss else { return "" }
        if case .period = reading.stated { return reading.verdict == .consistent ? "" : bounded(miss, days) }
        if reading.verdict == .consistent { return remainder(reading, amount) }
        guard let point = amount.point else { return bounded(miss, countsDays ? days : text) }
        // What must not be equal, and is.
        if point == .zero { return language.words[.equalStrict] }
        let exact = amountText(point.magnitude)
        return fill(.offBy, miss.low == miss.high ? exact : "\(exact) (\(text(miss)))")
    }

    /// What parts leave of their whole, no more exactly than the figures say; nothing of kinds without a whole.
    private func remainder(_ reading: Reading, _ amount: Amount) -> String {
        guard check.relation.constraint.kind == .part, let point = amount.point, point > 0 else { return "" }
        let isAbout = reading.sides.joined().contains { $0.quantity.qualifier == .about }
        let rest = isAbout ? language.about(amountText(point)) : amountText(point)
        let interval = amount.interval
        return fill(.leaves, interval.low == interval.high ? rest : "\(rest) (\(text(interval.positive)))")
    }

    /// Whether the sides of a formula are days from one date to another.
    private var countsDays: Bool {
        guard let formula = check.relation.constraint.equation?.form.formula else { return false }
        return [formula.left, formula.right].contains { side in
            if case .days = side { true } else { false }
        }
    }

    private func amountText(_ number: Number) -> String {
        countsDays ? days(Interval(number, number)) : language.format(number)
    }

    /// A miss of which the least and the most are all that is known.
    private func bounded(_ miss: Interval, _ text: (Interval) -> String) -> String {
        let least = miss.low.flatMap { $0 > .zero ? $0 : nil }
        return switch (least, miss.high) {
        case (let least?, let most?): fill(.offBy, text(Interval(least, most)))
        case (let least?, nil): fill(.offByAtLeast, text(Interval(least, least)))
        case (nil, let most?) where most > .zero: fill(.offByAtMost, text(Interval(most, most)))
        case (nil, _): ""
        }
    }

    private func text(_ interval: Interval) -> String { language.range(interval) ?? "…" }

    private func days(_ interval: Interval) -> String {
        if interval.low == interval.high, let count = interval.low?.whole {
            return language.words.count("countDays", Int(clamping: count))
        }
        return language.words.fill(.inDays, ["amount": text(interval)])
    }

    private func fill(_ word: Word, _ amount: String) -> String { language.words.fill(word, ["amount": amount]) }
}
