package import Evidence

extension Language {
    /// Returns a date in the language's format, exactly as precise as it is: `15 July 1944`, `1944 m. liepos 15 d.`,
    /// `August 1944`, `spring 1945`, `331 BCE`; followed by `(approximate)` or `(uncertain)` if the date says so.
    package func format(_ date: EDTFDate) -> String { format(date, inPhrase: false) }

    /// Returns a date. In a phrase, a month may have another form: in Lithuanian, the genitive after “nuo” and “iki”.
    func format(_ date: EDTFDate, inPhrase: Bool) -> String {
        let text = converted(plain(date, inPhrase), date)
        // A year with an exponent is a round one.
        let implied: EDTFDate.Qualifier? = date.precision == .exponential ? .approximate : nil
        guard let qualifier = date.qualifier ?? implied else { return text }
        guard date.isQualifiedInPart else { return text + " " + words[qualifier.word] }
        let parts = EDTFDate.Qualifier.allCases.compactMap { qualifier -> String? in
            let parts = date.marks.parts(qualifier).map { words[$0.word] }
            return parts.isEmpty ? nil : words.fill(qualifier.wordOfParts, ["parts": parts.joined(separator: ", ")])
        }
        return words.fill(.dateQualified, ["date": text, "parts": parts.joined(separator: "; ")])
    }

    /// Returns a year, counted as in EDTF, in words: 0 is 1 BCE.
    package func format(year: Int) -> String { words.dates.text(ofYear: year, words.numbers) }

    /// Returns the month of a day in few letters, as there is room for below an axis: `Aug 1944`, `1944-08`.
    package func format(shortMonth day: CalendarDay) -> String { words.dates.text(ofShortMonth: day, words.numbers) }

    /// Returns a date without what it says of itself.
    private func plain(_ date: EDTFDate, _ inPhrase: Bool) -> String {
        let (forms, numbers) = (words.dates, words.numbers)
        let text = { forms.text(of: date, inPhrase: inPhrase, numbers) }
        let year = { (year: Int) in self.format(year: year) }
        switch date.precision {
        case .decade, .century, .millennium:
            guard date.first.year <= 0, date.last.year > 0 else { return text() }
            return words.fill(.dateInterval, ["start": year(date.first.year), "end": year(date.last.year)])
        case .dayOfYears, .monthOfYears: return words.fill(.dateOneOfYears, ["date": text()])
        case .digits(let digits): return words.fill(.dateDigits, ["date": digits])
        case .estimate(let estimate):
            return words.fill(
                .dateEstimate,
                ["year": year(estimate), "first": year(date.first.year), "last": year(date.last.year)])
        case .grouping(.season(_, let hemisphere)):
            guard let hemisphere else { return text() }
            return text() + " " + words[hemisphere == .northern ? .dateNorthern : .dateSouthern]
        case .grouping(.quarter(let number)):
            return part(inPhrase ? .dateQuarterOf : .dateQuarter, number, of: date)
        case .grouping(.third(let number)): return part(inPhrase ? .dateThirdOf : .dateThird, number, of: date)
        case .grouping(.half(let number)): return part(inPhrase ? .dateHalfOf : .dateHalf, number, of: date)
        case .day, .month, .year, .exponential: return text()
        }
    }

    /// Returns a part of a year, counted from 1; in languages that do not write its number, one of texts divided by `|`.
    private func part(_ word: Word, _ number: Int, of date: EDTFDate) -> String {
        let texts = words[word].split(separator: "|")
        let text = texts.count < number ? words[word] : String(texts[number - 1])
        return Words.fill(text, ["number": "\(number)", "year": format(year: date.first.year)])
    }

    /// Returns the words of a date, with its days in the Gregorian calendar beside them where it is of another.
    private func converted(_ text: String, _ date: EDTFDate) -> String {
        guard date.calendar == .julian else { return text }
        let (first, last) = (format(date.earliest), format(date.latest))
        let days = first == last ? first : words.fill(.dateInterval, ["start": first, "end": last])
        return words.fill(.dateJulian, ["date": text, "converted": days])
    }

    /// Returns one end of an interval as text.
    package func format(_ endpoint: EDTF.Endpoint) -> String { format(endpoint, inPhrase: false) }

    func format(_ endpoint: EDTF.Endpoint, inPhrase: Bool) -> String {
        switch endpoint {
        case .date(let date): format(date, inPhrase: inPhrase)
        case .open: words[.dateOpen]
        case .unknown: words[.dateUnknown]
        }
    }
}

extension EDTFDate.Qualifier {
    fileprivate var word: Word {
        switch self {
        case .approximate: .dateApproximate
        case .uncertain: .dateUncertain
        case .uncertainAndApproximate: .dateUncertainAndApproximate
        }
    }

    /// The word before the parts of a date that it is said of.
    fileprivate var wordOfParts: Word {
        switch self {
        case .approximate: .datePartsApproximate
        case .uncertain: .datePartsUncertain
        case .uncertainAndApproximate: .datePartsBoth
        }
    }
}

extension EDTFDate.Part {
    fileprivate var word: Word {
        switch self {
        case .year: .datePartYear
        case .month: .datePartMonth
        case .day: .datePartDay
        }
    }
}
