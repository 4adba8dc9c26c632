import Evidence

/// The way in which a language writes dates.
package struct DateForms: Sendable {
    /// A pattern of a date, with its parts in braces: `{year} m. {month} {day} d.`
    package struct Pattern: Sendable {
        fileprivate enum Piece {
            case literal(String)
            case part(Part)
        }

        /// A part of a date. `last` is the year in which a decade, a century or an interval ends.
        fileprivate enum Part: String {
            case day, month, season, year, last, lastDay, lastMonth
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

    /// How the dates of an era are written. `years` is the pattern for a decade or a century, and for an interval of years.
    package struct Patterns: Sendable {
        let day, month, monthShort, season, year, years: Pattern
        let intervals: Intervals

        package init(
            day: Pattern, month: Pattern, monthShort: Pattern, season: Pattern, year: Pattern, years: Pattern,
            intervals: Intervals
        ) {
            self.day = day
            self.month = month
            self.monthShort = monthShort
            self.season = season
            self.year = year
            self.years = years
            self.intervals = intervals
        }
    }

    /// How the intervals within a year are written, which say once what both ends have in common (CLDR’s `intervalFormats`).
    package struct Intervals: Sendable {
        /// From a day to another of the month, to one of another month, and from a month to another.
        let days, daysOfMonths, months: Pattern
        /// From the beginning of a year to a day or a month of it.
        let yearToDay, yearToMonth: Pattern

        package init(
            days: Pattern, daysOfMonths: Pattern, months: Pattern, yearToDay: Pattern, yearToMonth: Pattern
        ) {
            self.days = days
            self.daysOfMonths = daysOfMonths
            self.months = months
            self.yearToDay = yearToDay
            self.yearToMonth = yearToMonth
        }
    }

    /// The names as they appear within a date: `liepos` in `liepos 15 d.`
    private let within: Names
    /// The names as they appear alone: `liepa`.
    private let alone: Names
    /// The months where there is little room: `Aug`.
    private let short: Names
    /// Of the common era, and before it.
    private let patterns: Patterns
    /// Of the years 1 to 99: without their era, they would be days.
    let firstCentury: Patterns
    let before: Patterns

    /// Creates the forms of a language. `firstCentury` is for the years 1 to 99, `before` for those before the era.
    package init(
        within: Names, alone: Names, shortMonths: [String], patterns: Patterns, firstCentury: Patterns, before: Patterns
    ) {
        self.within = within
        self.alone = alone
        short = Names(months: shortMonths, seasons: alone.seasons)
        self.patterns = patterns
        self.firstCentury = firstCentury
        self.before = before
    }

    /// Returns a year: 0 is the year 1 before the era.
    func text(ofYear year: Int, _ numbers: NumberForms) -> String {
        let day = EDTFDate.Written(year, 1, 1)
        return text(patterns(of: year).year, day, day, alone, season: nil) { DateForms.year($0, numbers) }
    }

    /// Returns the month of a day where there is little room: `Aug 1944`, `1944-08`.
    func text(ofShortMonth day: CalendarDay, _ numbers: NumberForms) -> String {
        let day = EDTFDate.Written(day.year, day.month, 1)
        return text(patterns(of: day.year).monthShort, day, day, short, season: nil) { DateForms.year($0, numbers) }
    }

    /// Returns the date without what it says of itself; of several years one after another, from the first to the last.
    /// A month or a season without a day has the form for standing alone, unless it is part of a phrase, such as after
    /// “from”.
    func text(of date: EDTFDate, inPhrase: Bool, _ numbers: NumberForms) -> String {
        let forms = patterns(of: date.first.year)
        var (pattern, season): (Pattern, Int?) = (forms.years, nil)
        switch date.precision {
        case .day, .dayOfYears: pattern = forms.day
        case .month, .monthOfYears: pattern = forms.month
        case .year, .exponential: pattern = forms.year
        case .grouping(.season(let index, _)): (pattern, season) = (forms.season, index)
        default: break
        }
        let hasDay = date.precision == .day || date.precision == .dayOfYears
        let isOfYears = date.precision == .dayOfYears || date.precision == .monthOfYears
        let isExponential = date.precision == .exponential
        return text(
            pattern, date.first, date.last, inPhrase || hasDay ? within : alone, season: season, isOfYears: isOfYears
        ) { year in
            // A round number is not told as the odd one that it is by the way in which EDTF counts.
            DateForms.year(isExponential && year < 0 ? year + 1 : year, numbers)
        }
    }

    /// Returns an interval with what both of its ends have in common said once; nil where that is neither an era nor a year,
    /// or where an end says more of itself.
    func text(from start: EDTFDate, to end: EDTFDate, _ numbers: NumberForms) -> String? {
        let (first, last) = (start.first, end.first)
        guard start.calendar == .gregorian, end.calendar == .gregorian, start.qualifier == nil, end.qualifier == nil,
            DateForms.era(of: first.year) == DateForms.era(of: last.year)
        else { return nil }
        let forms = patterns(of: first.year)
        let text = { (pattern: Pattern, names: Names) in
            self.text(pattern, first, last, names, season: nil) { DateForms.year($0, numbers) }
        }
        if start.precision == .year, end.precision == .year { return text(forms.years, alone) }
        guard first.year == last.year else { return nil }
        return switch (start.precision, end.precision) {
        case (.day, .day): text(first.month == last.month ? forms.intervals.days : forms.intervals.daysOfMonths, within)
        case (.month, .month): text(forms.intervals.months, alone)
        case (.year, .day): text(forms.intervals.yearToDay, within)
        case (.year, .month): text(forms.intervals.yearToMonth, within)
        default: nil
        }
    }

    private enum Era { case common, firstCentury, before }

    private static func era(of year: Int) -> Era {
        switch year {
        case ...0: .before
        case 1...99: .firstCentury
        default: .common
        }
    }

    private func patterns(of year: Int) -> Patterns {
        switch DateForms.era(of: year) {
        case .before: before
        case .firstCentury: firstCentury
        case .common: patterns
        }
    }

    /// The digits of a year, without sign: 0 is 1. From five digits on they are grouped.
    private static func year(_ year: Int, _ numbers: NumberForms) -> String {
        let number = year > 0 ? year : 1 - year
        return number < 10_000 ? "\(number)" : numbers.text(of: Number(Int64(number)))
    }

    private func text(
        _ pattern: Pattern, _ first: EDTFDate.Written, _ last: EDTFDate.Written, _ names: Names, season: Int?,
        isOfYears: Bool = false, _ number: (Int) -> String
    ) -> String {
        return pattern.pieces.reduce(into: "") { text, piece in
            switch piece {
            case .literal(let literal): text += literal
            case .part(.day): text += "\(first.day)"
            case .part(.month): text += names.months[first.month - 1]
            case .part(.season): text += season.map { names.seasons[$0] } ?? ""
            case .part(.year): text += number(first.year) + (isOfYears ? "–" + number(last.year) : "")
            case .part(.last): text += number(last.year)
            case .part(.lastDay): text += "\(last.day)"
            case .part(.lastMonth): text += names.months[last.month - 1]
            }
        }
    }
}
