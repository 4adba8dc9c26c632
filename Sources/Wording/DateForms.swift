import Evidence

/// The way in which a language writes dates.
package struct DateForms: Sendable {
    /// A pattern of a date, with its parts in braces: `{year} m. {month} {day} d.`
    package struct Pattern: Sendable {
        fileprivate enum Piece {
            case literal(String)
            case part(Part)
        }

        /// A part of a date. `last` is the year in which a decade or a century ends.
        fileprivate enum Part: String {
            case day, month, season, year, last
        }

        fileprivate let pieces: [Piece]

        /// Parses a pattern; nil if it contains a part that dates do not have.
        package init?(_ text: String) {
            var pieces: [Piece] = []
            for (place, piece) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
                let sides = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == (place == 0 ? 1 : 2) else { return nil }
                if place > 0 {
                    guard let part = Part(rawValue: String(sides[0])) else { return nil }
                    pieces.append(.part(part))
                }
                if let literal = sides.last, !literal.isEmpty { pieces.append(.literal(String(literal))) }
            }
            self.pieces = pieces
        }
    }

    /// The names of the twelve months and of the four seasons, starting with spring.
    package struct Names: Sendable {
        let months, seasons: [String]

        package init(months: [String], seasons: [String]) {
            self.months = months
            self.seasons = seasons
        }
    }

    /// The names as they appear within a date: `liepos` in `liepos 15 d.`
    private let within: Names
    /// The names as they appear alone: `liepa`.
    private let alone: Names
    private let day, month, season, year, years: Pattern

    /// Creates the forms. `years` is the pattern for a decade or a century.
    package init(
        within: Names, alone: Names, day: Pattern, month: Pattern, season: Pattern, year: Pattern, years: Pattern
    ) {
        self.within = within
        self.alone = alone
        self.day = day
        self.month = month
        self.season = season
        self.year = year
        self.years = years
    }

    /// Returns the date without its qualifier. A month or a season without a day has the form for standing alone,
    /// unless it is part of a phrase, such as after “from”.
    func text(of date: EDTFDate, inPhrase: Bool) -> String {
        let pattern =
            switch date.precision {
            case .day: day
            case .month: month
            case .season: season
            case .year: year
            case .decade, .century: years
            }
        let names = inPhrase || date.precision == .day ? within : alone
        let (first, last) = (date.first, date.last)
        return pattern.pieces.reduce(into: "") { text, piece in
            switch piece {
            case .literal(let literal): text += literal
            case .part(.day): text += "\(first.day)"
            case .part(.month): text += names.months[first.month - 1]
            // A season begins in March, June, September or December.
            case .part(.season): text += names.seasons[first.month / 3 - 1]
            case .part(.year): text += "\(first.year)"
            case .part(.last): text += "\(last.year)"
            }
        }
    }
}
