package import Evidence

/// The arithmetic of a reading on one line, with numbers in the language's format: `34,589 + 2,522 = 37,111 > 36,144`.
///
/// `≈` and `≲` mean that it holds only if the figures are rounded, `≟` that the evidence does not decide.
package struct Arithmetic {
    private let constraint: Relation.Constraint
    private let reading: Reading
    private let language: Language

    package init(_ reading: Reading, of check: Check, in language: Language) {
        constraint = check.relation.constraint
        self.reading = reading
        self.language = language
    }

    /// Equations run from left to right in every script.
    package var text: String { language.isRightToLeft ? "\u{2066}" + line + "\u{2069}" : line }

    private var line: String {
        switch (reading.computed, reading.stated) {
        case (.amount(let computed), .amount(let stated)):
            [worked(factors, computed), sign, worked(sum(reading.sides.last ?? []), stated)].joined(separator: " ")
        case (.period(let inner), .period(let outer)):
            periods(inner, outer)
        default: ""
        }
    }

    /// The terms of the computed side.
    private var factors: String {
        guard constraint.equation?.form.isPercentage == true, reading.sides.count == 3 else {
            return sum(reading.sides.first ?? [])
        }
        let base = sum(reading.sides[1])
        return sum(reading.sides[0]) + " × " + (reading.sides[1].count > 1 ? "(\(base))" : base)
    }

    private func sum(_ claims: [Claim]) -> String {
        claims.map { $0.quantity.text(in: language) }.joined(separator: " + ")
    }

    /// Returns the terms, followed by their result unless they already state it.
    private func worked(_ terms: String, _ amount: Amount) -> String {
        guard terms.contains(" "), terms.contains("+") || terms.contains("×"), let point = amount.point else {
            return terms
        }
        return terms + " = " + language.format(point)
    }

    private var sign: String {
        let isEquality = constraint.equation?.form.isEquality ?? false
        return switch reading.verdict {
        case .consistent: isEquality ? "=" : "≤"
        case .withinRounding: isEquality ? "≈" : "≲"
        case .unresolved: "≟"
        case .tension, .contradiction: isEquality ? "≠" : ">"
        }
    }

    /// Returns the ends that are compared, with the sign between them.
    private func periods(_ inner: EDTF, _ outer: EDTF) -> String {
        guard case .within(let within) = constraint else { return "" }
        switch within.bound {
        case .start: return "\(language.format(inner.start)) \(order("≥", "<")) \(language.format(outer.start))"
        case .end: return "\(language.format(inner.end)) \(order("≤", ">")) \(language.format(outer.end))"
        case .both: return "\(whole(inner)) \(order("⊆", "⊈")) \(whole(outer))"
        }
    }

    /// Returns the period in brackets, because a date may itself contain dashes and spaces.
    private func whole(_ period: EDTF) -> String {
        let ends = [period.start, period.end].uniqued().map { language.format($0) }
        return "[" + ends.joined(separator: " – ") + "]"
    }

    private func order(_ holds: String, _ fails: String) -> String {
        switch reading.verdict {
        case .consistent: holds
        case .withinRounding: "≈"
        case .unresolved: "≟"
        case .tension, .contradiction: fails
        }
    }
}
