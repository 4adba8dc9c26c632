extension Source {
    /// A date as CSL-JSON has it: a day, month or year or a range of them, a season of a year, or words that are no date.
    package struct DateValue: Hashable, Sendable {
        /// One date or the two ends of a range, each a year, then month and day if known; empty where there are words
        /// alone. Years before the era are counted as in EDTF: 0 is 1 BCE.
        package let parts: [[Int]]
        /// The season of the year, 1 (spring) to 4 (winter).
        package let season: Int?
        package let isCirca: Bool
        /// The date in words, such as `n.d.`, where it is no date or more than one.
        package let literal: String?

        package init(_ parts: [[Int]], season: Int? = nil, isCirca: Bool = false, literal: String? = nil) {
            self.parts = parts
            self.season = season
            self.isCirca = isCirca
            self.literal = literal
        }

        /// The year, month and day at the beginning, as far as they are known; empty where there are words alone.
        package var first: [Int] { parts.first ?? [] }

        /// The date in EDTF: `1945-02-09`, `1969/1971`, `1969~`, `1969-21`; nil where there are words alone.
        package var edtf: EDTF? {
            guard !parts.isEmpty else { return nil }
            return try? EDTF(parts.map { text(of: $0, season) + (isCirca ? "~" : "") }.joined(separator: "/"))
        }

        /// The years alone in EDTF.
        package var years: EDTF? {
            guard !parts.isEmpty else { return nil }
            let years = parts.map { text(of: Array($0.prefix(1)), nil) }.uniqued()
            return try? EDTF(years.map { $0 + (isCirca ? "~" : "") }.joined(separator: "/"))
        }

        private func text(of date: [Int], _ season: Int?) -> String {
            let year = (date.first ?? 0).padded(to: 4)
            if let season, date.count == 1 { return year + "-\(20 + season)" }
            return ([year] + date.dropFirst().map { $0.padded(to: 2) }).joined(separator: "-")
        }
    }
}
