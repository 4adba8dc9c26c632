/// The rules of CLDR for the form of a noun after a whole number (UTS #35 part 3, language plural rules).
package struct PluralRules: Sendable {
    /// A form of a noun, with the name that CLDR gives it.
    package enum Category: String, CaseIterable, Sendable {
        case zero, one, two, few, many, other
    }

    /// A single comparison, such as `n % 100 != 11..19`.
    fileprivate struct Comparison: Sendable {
        /// Whether the operand is the number itself; all other operands are 0 for a whole number.
        let isOfNumber: Bool
        let modulus: Int?
        let isNegated: Bool
        let ranges: [ClosedRange<Int>]

        func holds(for number: Int) -> Bool {
            let operand = isOfNumber ? Int(clamping: number.magnitude) : 0
            let value = modulus.map { operand % $0 } ?? operand
            return ranges.contains { $0.contains(value) } != isNegated
        }
    }

    /// The rules in the order in which they are tried. Each has alternatives; one of these must hold in full.
    private let rules: [(category: Category, alternatives: [[Comparison]])]

    /// Parses conditions as CLDR writes them: `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`. nil if one is malformed.
    /// A number that meets none of them is `other`.
    package init?(_ conditions: [Category: String]) {
        var rules: [(category: Category, alternatives: [[Comparison]])] = []
        for category in Category.allCases {
            guard let condition = conditions[category] else { continue }
            let alternatives = condition.split(separator: " or ").map { alternative in
                alternative.split(separator: " and ").map { Comparison($0) }
            }
            guard !alternatives.isEmpty, alternatives.allSatisfy({ $0.allSatisfy { $0 != nil } }) else { return nil }
            rules.append((category, alternatives.map { $0.compactMap { $0 } }))
        }
        self.rules = rules
    }

    package func category(of number: Int) -> Category {
        rules.first { $0.alternatives.contains { $0.allSatisfy { $0.holds(for: number) } } }?.category ?? .other
    }
}

extension PluralRules.Comparison {
    /// Parses a comparison, such as `i % 10 = 2..4,9`.
    fileprivate init?(_ text: Substring) {
        let isNegated = text.contains("!=")
        let sides = text.split(separator: isNegated ? "!=" : "=", omittingEmptySubsequences: false).map { side in
            side.split(separator: " ").map(String.init)
        }
        guard sides.count == 2, let operand = sides[0].first,
            ["n", "i", "v", "w", "f", "t", "c", "e"].contains(operand)
        else { return nil }
        let modulus = sides[0].count == 3 && sides[0][1] == "%" ? Int(sides[0][2]) : nil
        guard sides[0].count == 1 || modulus.map({ $0 > 0 }) ?? false else { return nil }
        let ranges = sides[1].joined().split(separator: ",").map { part -> ClosedRange<Int>? in
            let ends = part.split(separator: "..").map { Int($0) }
            guard let first = ends.first, let low = first, let high = ends.last ?? low, ends.count <= 2, low <= high
            else { return nil }
            return low...high
        }
        guard !ranges.isEmpty, ranges.allSatisfy({ $0 != nil }) else { return nil }
        self.init(
            isOfNumber: operand == "n" || operand == "i", modulus: modulus, isNegated: isNegated,
            ranges: ranges.compactMap { $0 })
    }
}
