package import Evidence

extension Language {
    /// A date as the language prints it, as exact as it is and no more: `15 July 1944`, `1944 m. liepos 15 d.`, `August 1944`,
    /// `spring 1945`; with `(approximate)` or `(uncertain)` behind it where the date says so.
    package func format(_ date: EDTFDate) -> String { format(date, inGenitive: false) }

    /// The genitive is what Lithuanian has after "nuo" and "iki"; English has no other form.
    package func format(_ date: EDTFDate, inGenitive: Bool) -> String {
        let (first, last) = (date.earliest, date.latest)
        let text =
            switch (self, date.precision) {
            case (.english, .day): "\(first.day) \(monthName(first, inGenitive)) \(first.year)"
            case (.lithuanian, .day):
                "\(first.year) m. \(monthName(first, true)) \(first.day) d."
            case (.english, .month): "\(monthName(first, inGenitive)) \(first.year)"
            case (.lithuanian, .month): "\(first.year) m. \(monthName(first, inGenitive))"
            case (.english, .season): "\(seasonName(first, inGenitive)) \(first.year)"
            case (.lithuanian, .season): "\(first.year) m. \(seasonName(first, inGenitive))"
            case (.english, .year): "\(first.year)"
            case (.lithuanian, .year): "\(first.year) m."
            case (.english, .decade), (.english, .century): "\(first.year)–\(last.year)"
            case (.lithuanian, .decade), (.lithuanian, .century): "\(first.year)–\(last.year) m."
            }
        return [text, date.qualifier.map(format)].compactMap { $0 }.joined(separator: " ")
    }

    /// One end of an interval.
    package func format(_ endpoint: EDTF.Endpoint) -> String {
        switch (endpoint, self) {
        case (.date(let date), _): format(date)
        case (.open, .english): "open"
        case (.open, .lithuanian): "neapibrėžta"
        case (.unknown, .english): "unknown"
        case (.unknown, .lithuanian): "nežinoma"
        }
    }

    private func format(_ qualifier: EDTFDate.Qualifier) -> String {
        switch (qualifier, self) {
        case (.approximate, .english): "(approximate)"
        case (.approximate, .lithuanian): "(apytiksliai)"
        case (.uncertain, .english): "(uncertain)"
        case (.uncertain, .lithuanian): "(neaišku)"
        case (.uncertainAndApproximate, .english): "(approximate, uncertain)"
        case (.uncertainAndApproximate, .lithuanian): "(apytiksliai, neaišku)"
        }
    }

    private func monthName(_ day: CalendarDay, _ inGenitive: Bool) -> String {
        let lithuanian = inGenitive ? Language.lithuanianGenitives : Language.lithuanianMonths
        return (self == .english ? Language.englishMonths : lithuanian)[day.month - 1]
    }

    /// By the month in which the season begins.
    private func seasonName(_ first: CalendarDay, _ inGenitive: Bool) -> String {
        let lithuanian =
            inGenitive
            ? ["pavasario", "vasaros", "rudens", "žiemos"] : ["pavasaris", "vasara", "ruduo", "žiema"]
        let names = self == .english ? ["spring", "summer", "autumn", "winter"] : lithuanian
        return names[first.month / 3 - 1]
    }

    // A day's month is 1 to 12, and a season begins in March, June, September or December: the lists have them all.
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let lithuanianMonths = [
        "sausis", "vasaris", "kovas", "balandis", "gegužė", "birželis", "liepa", "rugpjūtis", "rugsėjis", "spalis",
        "lapkritis", "gruodis",
    ]

    private static let lithuanianGenitives = [
        "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio",
        "lapkričio", "gruodžio",
    ]
}
